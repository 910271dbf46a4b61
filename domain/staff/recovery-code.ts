import { symbols } from '../passes/symbols32.ts';

/** 80 bits: nobody guesses it, however often they try. */
export const RECOVERY_BYTES = 10;
const GROUP = 4;

/** Sixteen symbols in groups of four, without those that are read as one another. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (let count = 0; count < (bytes.length * 8) / 5; count++) {
    text = symbols.charAt(Number(value % 32n)) + text;
    value /= 32n;
  }
  return text.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? text;
}

/** As it was shown, from how somebody typed it; undefined for what can be no code. */
export function readRecoveryCode(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('I', '1').replaceAll('O', '0');
  if (text.length !== (RECOVERY_BYTES * 8) / 5) return undefined;
  if ([...text].some((symbol) => !symbols.includes(symbol))) return undefined;
  return text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-');
}
