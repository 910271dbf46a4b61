import { createTransport } from 'nodemailer';
import type { MailFault, MailSettings } from '../contracts/ipc/handover-contract.ts';
import { accept, type Result, refuse } from '../domain/kernel/result.ts';
import { mailFaultOf } from './mail-fault.ts';

/** One mail to one person, whole. */
export interface Mail {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };
}

export interface MailAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface MailTimes {
  readonly connectMs: number;
  readonly silenceMs: number;
  /** A server that drips is given up on after this, however busy it looks. */
  readonly wholeMs: number;
}

const usualTimes: MailTimes = { connectMs: 10_000, silenceMs: 20_000, wholeMs: 90_000 };

/** Characters of one answer of a server; it says who it is and what it can. */
const MOST_OF_AN_ANSWER = 64 * 1024;

/** Hands a mail to the centre's server. Accepted is what the server took; who reads it when is not known. */
export async function deliverMail(
  settings: MailSettings,
  password: string | undefined,
  mail: Mail,
  times = usualTimes,
): Promise<Result<undefined, MailFault>> {
  const { host, port, security, user, senderName, senderAddress } = settings;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    name: senderAddress.slice(senderAddress.lastIndexOf('@') + 1),
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    connectionTimeout: times.connectMs,
    greetingTimeout: times.connectMs,
    dnsTimeout: times.connectMs,
    socketTimeout: times.silenceMs,
    maxResponseSize: MOST_OF_AN_ANSWER,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await within(
      times.wholeMs,
      transport.sendMail({
        messageId: `<${mail.messageId}>`,
        from: { name: senderName, address: senderAddress },
        to: { ...mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: mail.attachments.map(({ fileName, mediaType, bytes }) => ({
          filename: fileName,
          contentType: mediaType,
          content: Buffer.from(bytes),
        })),
        ...(mail.calendar
          ? {
              icalEvent: {
                method: mail.calendar.method,
                content: mail.calendar.text,
                filename: 'termin.ics',
              },
            }
          : {}),
      }),
    );
    return accept(undefined);
  } catch (error) {
    return refuse(mailFaultOf(error));
  } finally {
    transport.close();
  }
}

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('took too long'), { code: 'ETIMEDOUT' })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
