import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrings } from '../../../issuing/apple/read-strings.ts';
import { TextKeys } from '../../../issuing/apple/text-keys.ts';

/** What a phone shows for a key. */
function shown(texts: TextKeys, quotedKey: string) {
  const key: string = JSON.parse(quotedKey);
  const inFile = (file: string) => readStrings(Buffer.from(file))?.get(key) ?? key;
  return { de: inFile(texts.files.de), en: inFile(texts.files.en) };
}

describe('the texts of a pass in two languages', () => {
  it('have their German as key', () => {
    const texts = new TextKeys();
    expect(texts.quotedKeyOf({ de: 'Dosen', en: 'Doses' })).toBe('"Dosen"');
    expect(texts.files).toEqual({ de: '"Dosen" = "Dosen";\n', en: '"Dosen" = "Doses";\n' });
  });

  it('do not translate a person who is called like a label', () => {
    const texts = new TextKeys();
    expect(texts.quotedKeyOf({ de: 'Dosen', en: 'Dosen' })).toBe('"Dosen"');
    expect(texts.quotedKeyOf({ de: 'Dosen', en: 'Doses' })).toBe('"Dosen (2)"');
  });

  it('read as they were given in both languages, whatever they are', () => {
    const text = fc.oneof(
      fc.constantFrom('', 'a', 'b', 'a (2)', 'b (2)', 'a"\\\n\t'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ de: text, en: text })), (all) => {
        const texts = new TextKeys();
        const keys = all.map((one) => texts.quotedKeyOf(one));
        expect(keys.map((key) => shown(texts, key))).toEqual(all);
      }),
    );
  });
});
