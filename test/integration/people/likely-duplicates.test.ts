import { expect, test } from 'vitest';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { likelyDuplicates } from '../../../main/queries/people/likely-duplicates.ts';
import { aPerson, expectPerson, openTestStation } from '../../support/test-station.ts';

test('the same name and birth date are near certain, however they are written; a namesake and a twin are not', async () => {
  const { station, close } = await openTestStation();
  const born = '1992-07-08' as BirthDate;
  const anna = expectPerson(station, aPerson({ givenName: 'Anna', familyName: 'Müller', birthDate: born }));
  const twin = expectPerson(station, aPerson({ givenName: 'Berta', familyName: 'Müller', birthDate: born }));
  const namesake = aPerson({ givenName: 'Anna', familyName: 'Müller', birthDate: '1951-03-02' as BirthDate });
  const other = expectPerson(station, namesake);
  const hits = likelyDuplicates(
    station,
    { givenName: 'Anna', familyName: 'Mueller', birthDate: born },
    undefined,
  );
  expect(hits.filter(({ isNearCertain }) => isNearCertain)).toMatchObject([{ personId: anna, doseCount: 0 }]);
  expect(hits.filter(({ personId }) => personId === twin || personId === other)).not.toContainEqual(
    expect.objectContaining({ isNearCertain: true }),
  );
  close();
});

test('names of five hundred words are compared by as much as a name may have', async () => {
  const { station, close } = await openTestStation();
  const words = (word: string) => Array.from({ length: 500 }, (_, at) => `${word}${at}`).join(' ');
  for (let count = 0; count < 60; count++)
    expectPerson(station, aPerson({ familyName: `Muster ${words('a').slice(0, 80)}` }));
  const before = performance.now();
  likelyDuplicates(
    station,
    { givenName: words('erika'), familyName: words('muster'), birthDate: '1964-08-12' as BirthDate },
    undefined,
  );
  expect(performance.now() - before).toBeLessThan(1_000);
  close();
});
