import { expect, test } from 'vitest';
import { chosenSymbol } from '../../../renderer/camera/chosen-symbol.ts';
import { scannedText } from '../../../renderer/camera/scanned-text.ts';

const symbol = (text: string, symbology: string, isGs1 = false) => ({ text, symbology, isGs1 });

test('an empty picture chooses nothing', () => {
  expect(chosenSymbol([]).kind).toBe('none');
});

test('of a box the DataMatrix is chosen, not the bars beside it', () => {
  const matrix = symbol('010123', 'DataMatrix', true);
  expect(chosenSymbol([symbol('4012345678901', 'EAN13'), matrix])).toEqual({ kind: 'one', symbol: matrix });
});

test('two different passes in the picture are never guessed between', () => {
  expect(chosenSymbol([symbol('A', 'QRCode'), symbol('B', 'QRCode')]).kind).toBe('several');
});

test('the same pass seen twice is one', () => {
  expect(chosenSymbol([symbol('A', 'QRCode'), symbol('A', 'QRCode')]).kind).toBe('one');
});

test('a symbol that begins with FNC1 is sent with its identifier, so that it is read as GS1 only', () => {
  expect(scannedText(symbol('0104012345678901', 'DataMatrix', true))).toBe(']d20104012345678901');
  expect(scannedText(symbol('0104012345678901', 'Code128', true))).toBe(']C10104012345678901');
});

test('article numbers are told apart from typed digits; everything else is the plain text', () => {
  expect(scannedText(symbol('4012345678901', 'EAN13'))).toBe(']E04012345678901');
  expect(scannedText(symbol('HC1:ABC', 'QRCode'))).toBe('HC1:ABC');
  expect(scannedText(symbol(']d2010123', 'DataMatrix', true))).toBe(']d2010123');
});
