import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { slotsOfDay } from '../../../main/queries/appointments/find-slot.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { listHeader, listImport } from '../../support/list-import.ts';
import { slotDay as day, openSlotCentre } from '../../support/slot-centre.ts';
import type { TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openSlotCentre();
});
afterEach(() => opened.close());

const { importAll, counts } = listImport(() => opened.station);

test('dates of a list take free places, no place twice, and stand outside of the slots where none is left', async () => {
  const { station } = opened;
  const date = `${day} 09:00`;
  const later = addDays(day, 21);
  await importAll(
    `${listHeader}\n1;Berg;Anna;1985;${date};\n2;Kern;Otto;1990;${date};${later} 09:10\n3;Wald;Ida;1970;;`,
  );
  expect(counts()).toMatchObject({ added: 3 });
  const lanes = (number: string) =>
    appointmentsOf(station.db, personIdByAnyId(station.db, number) ?? '').map(({ lane }) => lane);
  expect(lanes('1')).toEqual(['A']);
  expect(lanes('2')).toEqual([null, 'A']);
  expect(slotsOfDay(station, day).map(({ taken }) => taken)).toEqual([1, 0]);
  // A further date of somebody known goes the same way, whole or not at all.
  await importAll(`${listHeader}\n3;Wald;Ida;1970;${day} 09:10;${addDays(day, 1)} 09:10`);
  expect(counts()).toMatchObject({ refused: 1 });
  expect(lanes('3')).toEqual([]);
  await importAll(`${listHeader}\n3;Wald;Ida;1970;${day} 09:10;`);
  expect(lanes('3')).toEqual(['A']);
});
