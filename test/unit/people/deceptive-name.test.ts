import { describe, expect, test } from 'vitest';
import { guessPlan } from '../../../domain/import/guess-columns.ts';
import { readPersonRow } from '../../../domain/import/read-person-row.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { isDeceptiveName } from '../../../domain/people/deceptive-name.ts';
import { decideRegister, unknownPerson } from '../../../domain/people/person.ts';
import { peopleRefusals } from '../../../renderer/screens/people/people-refusals.ts';
import { personId } from '../../support/events.ts';
import { rowContext } from '../../support/row-context.ts';

const birthDate = '1985-03-12' as BirthDate;

describe('a name that is not what it looks like', () => {
  test.each([
    ['a Cyrillic а among Latin letters', 'Ann\u0430', 'Berg'],
    ['a Greek Ο at the beginning', 'Anna', '\u039ftto'],
    ['a family name of Cyrillic letters alone that all look Latin', 'Eva', '\u0421\u043e\u0440\u043e\u0441'],
    ['a blank of no width', 'An\u200bna', 'Berg'],
    ['a joiner between Latin letters', 'An\u200dna', 'Berg'],
    ['a soft hyphen', 'Anna', 'Ber\u00adger'],
    ['a filler that counts as a letter', 'Anna', 'Berg\u3164'],
    ['a variation selector', 'Anna\ufe0f', 'Berg'],
    ['a byte order mark', 'An\ufeffna', 'Berg'],
  ])('%s is refused at the desk and in a list, with a sentence', (_, givenName, familyName) => {
    const details = { givenName, familyName, birthDate, language: 'de' } as const;
    const wish = { personId, details, source: 'desk', today: rowContext.today } as const;
    expect(decideRegister(unknownPerson, wish)).toEqual({ ok: false, refusal: 'name-deceptive' });
    const cells = [familyName, givenName, '1985-03-12'];
    const read = readPersonRow(
      cells,
      guessPlan([['Nachname', 'Vorname', 'Geburtsdatum'], cells]),
      rowContext,
    );
    const [fault] = read.ok ? [] : read.refusal;
    expect(fault?.reason).toBe('name-deceptive');
  });

  test.each([
    ['Zoë', 'Groß-Lindemann'],
    ['Анна', 'Соколова'],
    ['Анна', 'Berg'],
    ['Eva', 'Соколова'],
    ['Ελένη', 'Παπαδοπούλου'],
    ['علی\u200cرضا', 'احمدی'],
    ['क्\u200dष', 'शर्मा'],
    ['辻\u{e0100}', '太郎'],
    ['Thi Hoa', 'Nguyễn'],
    ['小龙', '李'],
    ['Kaʻiulani', 'D’Angelo'],
  ])('%s %s is what it looks like', (givenName, familyName) => {
    expect(isDeceptiveName(givenName, familyName)).toBe(false);
  });

  test('the sentence says what to do, in both languages', () => {
    expect(peopleRefusals.de['name-deceptive']).toMatch(/neu eintippen/);
    expect(peopleRefusals.en['name-deceptive']).toMatch(/anew/);
  });
});
