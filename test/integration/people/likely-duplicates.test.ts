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
