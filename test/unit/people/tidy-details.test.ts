import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { isDeceptiveName } from '../../../domain/people/deceptive-name.ts';
import { tidyDetails } from '../../../domain/people/details-fault.ts';

const signs = fc.constantFrom(..."abzAZ09 -.'\t\u00a0\u00ad\u00df\u00e9\u024f\u0251\u200e\u0430");
const texts = fc.string({ unit: signs, maxLength: 12 });

it('a text is kept with single blanks between its words and none around them, whatever was typed', () => {
  fc.assert(
    fc.property(texts, (familyName) => {
      const details = {
        givenName: '',
        familyName,
        birthDate: '1985-03-12' as BirthDate,
        language: 'de',
      } as const;
      const kept = tidyDetails(details).familyName;
      const words = familyName
        .normalize('NFC')
        .replaceAll('\u200e', '')
        .split(/[\p{Cc}\p{Z}]+/u);
      expect(kept).toBe(words.filter((word) => word !== '').join(' '));
    }),
  );
});

it('a long text of one word is tidied at once', () => {
  const familyName = `${'a'.repeat(100_000)}\u00e9`;
  const details = {
    givenName: '',
    familyName,
    birthDate: '1985-03-12' as BirthDate,
    language: 'de',
  } as const;
  expect(tidyDetails(details).familyName).toBe(familyName);
});

it('a name of letters of the Latin alphabet alone is what it looks like, and with a soft hyphen it is not', () => {
  fc.assert(
    fc.property(texts, (name) => {
      fc.pre(!/[\u200e\u0430]/.test(name));
      expect(isDeceptiveName(name)).toBe(name.includes('\u00ad'));
    }),
  );
});
