import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';

export const hcertPrefix = 'HC1:';
/** A QR code holds no more. */
export const maximumCodeLength = 4_300;

export type PrefixRefusal = 'prefix-missing' | 'too-long';

/** The Base45 text behind `HC1:`. */
export function unprefixHcert(text: string): Result<string, PrefixRefusal> {
  if (text.length > maximumCodeLength) return refuse('too-long');
  return text.startsWith(hcertPrefix) ? accept(text.slice(hcertPrefix.length)) : refuse('prefix-missing');
}
