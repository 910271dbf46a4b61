import type { PassId } from '../../domain/kernel/ids.ts';

/** Google's ids are `issuer.suffix`; the suffix is ours and never says anything about a person. */
export function classIdOf(issuerId: string, templateId: string): string {
  return `${issuerId}.impfpass-${templateId.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`;
}

export function objectIdOf(issuerId: string, passId: PassId): string {
  return `${issuerId}.${passId}`;
}

/** Whether a text is an issuer id at all: digits only, as the Pay and Wallet Console shows it. */
export function isIssuerId(text: string): boolean {
  return /^\d{6,25}$/.test(text);
}

/** Whether a text is an id of this issuer by Google's rules. */
export function isWalletId(text: string, issuerId: string): boolean {
  return text.startsWith(`${issuerId}.`) && /^[\w.-]{1,100}$/.test(text.slice(issuerId.length + 1));
}
