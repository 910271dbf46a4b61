import type { DecodedSymbol } from '../../decoding/decoded-symbol.ts';

/** Which of the symbols in a picture is meant. Two different codes are asked about, never guessed. */
export type Choice =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly symbol: DecodedSymbol }
  | { readonly kind: 'several'; readonly symbols: readonly DecodedSymbol[] };

const matrices: ReadonlySet<string> = new Set(['QRCode', 'DataMatrix', 'Aztec', 'PDF417', 'MicroQRCode']);

/** A box carries its EAN beside the DataMatrix that says more: a matrix code goes before a row of bars. */
export function chosenSymbol(symbols: readonly DecodedSymbol[]): Choice {
  const readable = symbols.filter(({ text }) => text !== '');
  const different = [...new Map(readable.map((symbol) => [symbol.text, symbol])).values()];
  const matrix = different.filter(({ symbology }) => matrices.has(symbology));
  const candidates = matrix.length > 0 ? matrix : different;
  const [first] = candidates;
  if (!first) return { kind: 'none' };
  return candidates.length === 1 ? { kind: 'one', symbol: first } : { kind: 'several', symbols: candidates };
}
