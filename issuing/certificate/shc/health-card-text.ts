import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';

export const healthCardPrefix = 'shc:/';
/** What one QR code of version 22 takes: longer cards would have to be split, which readers no longer accept. */
export const maximumTokenLength = 1_195;

export type HealthCardTextRefusal = 'prefix-missing' | 'digits-malformed' | 'too-long';

/** Two digits for each character of the token: its code less 45. */
export function healthCardText(token: string): string {
  let digits = healthCardPrefix;
  for (const character of token) digits += String(character.charCodeAt(0) - 45).padStart(2, '0');
  return digits;
}

export function tokenOfHealthCard(text: string): Result<string, HealthCardTextRefusal> {
  if (!text.startsWith(healthCardPrefix)) return refuse('prefix-missing');
  const digits = text.slice(healthCardPrefix.length);
  if (digits.length > 4_300) return refuse('too-long');
  if (digits.length === 0 || !/^(?:\d\d)+$/.test(digits)) return refuse('digits-malformed');
  return accept(digits.replace(/\d\d/g, (pair) => String.fromCharCode(Number(pair) + 45)));
}
