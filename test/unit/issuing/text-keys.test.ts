import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextKeys } from '../../../issuing/apple/text-keys.ts';

describe('the texts of a pass in two languages', () => {
  it('have their German as key', () => {
    const texts = new TextKeys();
    expect(texts.keyOf({ de: 'Dosen', en: 'Doses' })).toBe('Dosen');
    expect(texts.en.get('Dosen')).toBe('Doses');
  });

  it('do not translate a person who is called like a label', () => {
    const texts = new TextKeys();
    expect(texts.keyOf({ de: 'Dosen', en: 'Dosen' })).toBe('Dosen');
    expect(texts.keyOf({ de: 'Dosen', en: 'Doses' })).toBe('Dosen (2)');
  });

  it('read as they were given in both languages, whatever they are', () => {
    const text = fc.constantFrom('', 'a', 'b', 'a (2)', 'b (2)');
    fc.assert(
      fc.property(fc.array(fc.record({ de: text, en: text })), (all) => {
        const texts = new TextKeys();
        const keys = all.map((one) => texts.keyOf(one));
        const shown = keys.map((key) => ({ de: texts.de.get(key) ?? key, en: texts.en.get(key) ?? key }));
        expect(shown).toEqual(all);
      }),
    );
  });
});
