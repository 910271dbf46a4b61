import type { MailFault } from '../contracts/ipc/handover-contract.ts';

/** What a mail client reports when a mail was not taken. */
interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** Why a mail was not taken, as one of a few reasons that the desk has a sentence for. */
export function mailFaultOf(error: unknown): MailFault {
  const { code = '', responseCode, response = '', command = '' } = error as MailError;
  if (code === 'EAUTH' || responseCode === 535 || responseCode === 530) return 'mail-sign-in';
  if (code === 'ETLS' || (responseCode === undefined && isCertificateFault(code, error)))
    return 'mail-insecure';
  if (responseCode !== undefined) return answered(responseCode, response, command);
  if (code === 'ETIMEDOUT') return 'mail-timeout';
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EDNS|ENETUNREACH|EHOSTUNREACH)$/.test(rootCode(error)))
    return 'mail-unreachable';
  return 'mail-dropped';
}

/** Whether trying the same again may help without anybody changing the address or the text. */
export function isPassing(fault: MailFault): boolean {
  return !lasting.has(fault);
}

const lasting: ReadonlySet<MailFault> = new Set([
  'mail-address-invalid',
  'mail-address-unknown',
  'mailbox-full',
  'mail-rejected',
  'mail-refused',
]);

/** By the basic code, and the enhanced one (RFC 3463) where the server gives it. */
function answered(code: number, response: string, command: string): MailFault {
  if (code < 500) return 'mail-later';
  if (command === 'MAIL FROM') return 'mail-sender-refused';
  const enhanced = /\b5\.(\d+)\.\d+\b/.exec(response)?.[1];
  if (enhanced === '2' || (!enhanced && code === 552)) return 'mailbox-full';
  if (enhanced === '7' || (!enhanced && code === 554)) return 'mail-rejected';
  if (enhanced === '1' || code === 550 || code === 551 || code === 553) return 'mail-address-unknown';
  return 'mail-refused';
}

function isCertificateFault(code: string, error: unknown): boolean {
  const text = `${code} ${rootCode(error)} ${error instanceof Error ? error.message : ''}`;
  return /SELF_SIGNED|UNABLE_TO_VERIFY|CERT_|ERR_TLS|certificate|SSL|wrong version number/i.test(text);
}

/** The code of the socket below the mail client's own. */
function rootCode(error: unknown): string {
  const { cause, code, errno } = error as { cause?: unknown; code?: string; errno?: unknown };
  if (cause) return rootCode(cause);
  const named = /\b(E[A-Z]{4,})\b/.exec(error instanceof Error ? error.message : '')?.[1];
  return named ?? (typeof errno === 'string' ? errno : (code ?? ''));
}
