/** Letters whose machine-readable form is not their base letter (ICAO Doc 9303, part 3, section 6). */
const special: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Ñ: 'N',
  Ö: 'OE',
  Ø: 'OE',
  Ü: 'UE',
  Þ: 'TH',
  ß: 'SS',
  ẞ: 'SS',
  Đ: 'D',
  Ħ: 'H',
  ı: 'I',
  Ĳ: 'IJ',
  ĸ: 'Q',
  Ł: 'L',
  Ŋ: 'N',
  Œ: 'OE',
  Ŧ: 'T',
  Ə: 'E',
};

/**
 * A name as passports write it for machines: `Müller-Lüdenscheidt` is `MUELLER<LUEDENSCHEIDT`. Apostrophes and
 * full stops vanish, spaces and hyphens become one `<`, what is no Latin letter is left out. At most 80 symbols.
 */
export function machineName(name: string): string {
  const letters = [...name.normalize('NFC')].map((letter) => latin(letter)).join('');
  return letters
    .replace(/[\s\-‐‑–<]+/g, '<')
    .replace(/[^A-Z<]/g, '')
    .replace(/<{2,}/g, '<')
    .replace(/^<|<$/g, '')
    .slice(0, 80);
}

function latin(letter: string): string {
  const upper = letter === 'ß' || letter === 'ı' || letter === 'ĸ' ? letter : letter.toUpperCase();
  return special[upper] ?? upper.normalize('NFD').replace(/\p{M}/gu, '');
}
