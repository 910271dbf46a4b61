import { describe, expect, it } from 'vitest';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { identityText } from '../../../domain/passes/identity-text.ts';

const textOf = (givenName: string, familyName: string, birthDate = '1950-01-02') =>
  identityText({ givenName, familyName, birthDate: birthDate as BirthDate });

describe('the text that a document and a record agree on', () => {
  it.each([
    ['Jörg', 'Müller', 'MUELLER|JOERG|1950-01-02'],
    ['JOERG', 'MUELLER', 'MUELLER|JOERG|1950-01-02'],
    ['Jörg', 'Mu\u0308ller', 'MUELLER|JOERG|1950-01-02'],
    ['Hans-Peter', 'Groß', 'GROSS|HANS|1950-01-02'],
    [' hans peter', 'GROSS ', 'GROSS|HANS|1950-01-02'],
    ['Seán Óg', "O'Brien", 'OBRIEN|SEAN|1950-01-02'],
    ['Søren', 'Åström', 'AASTROEM|SOEREN|1950-01-02'],
    ['İlker', 'Yıldız', 'YILDIZ|ILKER|1950-01-02'],
    ['Łukasz', 'de la Cruz', 'DELACRUZ|LUKASZ|1950-01-02'],
    ['', 'Ng', 'NG||1950-01-02'],
  ])('reads %j %j as %j', (givenName, familyName, text) => {
    expect(textOf(givenName, familyName)).toBe(text);
  });

  it('keeps a birth date of which only the year is known', () => {
    expect(textOf('Amina', 'Said', '1950')).toBe('SAID|AMINA|1950');
  });
});
