import type { DecodedSymbol } from '../../decoding/decoded-symbol.ts';

/** Identifiers of symbols that begin with FNC1 (ISO/IEC 15424), as a scanner would send them. */
const gs1Identifiers: Readonly<Record<string, string>> = {
  DataMatrix: ']d2',
  QRCode: ']Q3',
  Code128: ']C1',
  Aztec: ']z1',
  DataBar: ']e0',
  DataBarExp: ']e0',
};

const eanSymbologies: ReadonlySet<string> = new Set(['EAN13', 'EAN8', 'UPCA']);

/**
 * The text as a scanner with symbology identifiers would send it, where the symbol says more than its text:
 * GS1 by FNC1, and article numbers. Everything else is the plain text.
 */
export function scannedText({ text, symbology, isGs1 }: DecodedSymbol): string {
  if (text.startsWith(']')) return text;
  if (isGs1) return `${gs1Identifiers[symbology] ?? ''}${text}`;
  return eanSymbologies.has(symbology) ? `]E0${text}` : text;
}
