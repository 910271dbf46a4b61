import { afterEach, beforeEach, expect, test } from 'vitest';
import { idOf, type SlotTemplateId } from '../../../domain/kernel/ids.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { closeSlots } from '../../../main/commands/appointments/close-slots.ts';
import { openDays } from '../../../main/commands/appointments/open-days.ts';
import { slotsOfDay } from '../../../main/queries/appointments/find-slot.ts';
import { importErrorFile } from '../../../main/queries/import/import-lists.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { listHeader, listImport } from '../../support/list-import.ts';
import { slotDay as day, openSlotCentre } from '../../support/slot-centre.ts';
import { must, type TestStation } from '../../support/test-station.ts';

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

test('a date between open days, on which none is, is told; one after the last of them is not', async () => {
  const { station } = opened;
  const template = station.db.first<{ template_id: SlotTemplateId }>('SELECT template_id FROM slot_template');
  const later = addDays(day, 90);
  const range = { templateId: template?.template_id ?? idOf<SlotTemplateId>(''), from: later, to: later };
  must(openDays(station, 'operator', range));
  await importAll(`Nachname;Vorname;Geburtsdatum;Termin\nBerg;Anna;1985;${addDays(day, 80)} 09:00`);
  expect(station.importDesk.progress()).toMatchObject({ appointments: 1, noted: 1 });
  await importAll(`Nachname;Vorname;Geburtsdatum;Termin\nKern;Otto;1990;${addDays(day, 100)} 09:00`);
  expect(station.importDesk.progress()).toMatchObject({ appointments: 1, noted: 0 });
});

test('a date on a day that is closed is told, and a cell that stays empty, also once the list is written', async () => {
  const { station } = opened;
  must(closeSlots(station, 'operator', { day, reason: 'other' }));
  const importId = await importAll(
    [
      'Nachname;Vorname;Geburtsdatum;Telefon;Termin',
      `Berg;Anna;1985;;${day} 09:00`,
      'Kern;Otto;1990;keins;',
      'Wald;Ida;1970;;',
    ].join('\n'),
  );
  expect(counts()).toMatchObject({ added: 3, refused: 0 });
  expect(station.importDesk.progress()).toMatchObject({ state: 'done', appointments: 1, noted: 2 });
  const { text } = must(importErrorFile(station, { importId, language: 'de', after: 0 }));
  expect(text).toContain('an diesem Tag ist das Impfzentrum geschlossen');
  expect(text).toContain('Telefon ist keine Telefonnummer');
  expect(text).not.toContain('Wald');
});
