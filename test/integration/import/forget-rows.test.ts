import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantOf } from '../../../domain/kernel/instant.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { listImport } from '../../support/list-import.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { stage, importAll, counts } = listImport(() => opened.station);
const rowsKept = () =>
  opened.station.db.all<{ row: number }>('SELECT row FROM import_row ORDER BY row').map(({ row }) => row);

describe('what a list still says of somebody who is erased', () => {
  const header = 'Nachname;Vorname;Geburtsdatum;Mail;Telefon;Versichertennummer';
  const details = aPerson({
    familyName: 'Müller',
    givenName: 'Änne',
    email: 'aenne@example.org',
    phone: '0170 1234567',
    insuranceNumber: 'A123456780',
  });

  test.each([
    ['by name, where the birth date cannot be read', 'Müller;Änne;31.31.1964;;;'],
    ['by name in another spelling and order', 'AENNE;Mueller;?;;;'],
    ['by the mail address', ';;;Aenne@Example.org;;'],
    ['by the phone number, written another way', ';;;;+49 (0) 170 / 123 45 67;'],
    ['by the insurance number', ';;;;;a 123456780'],
    ['by the name before a marriage', 'Schön;Änne;?;;;'],
    ['as a likely duplicate', 'Müller;Änne;12.08.1964;;;'],
  ])('goes: %s', async (_, row) => {
    const { personId } = must(
      registerPerson(opened.station, 'operator', {
        details: { ...details, familyName: 'Schön' },
        source: 'desk',
      }),
    );
    must(correctPerson(opened.station, 'operator', { personId, details, why: 'changed' }));
    await importAll(`${header}\n${row}\nKern;Otto;31.31.1990;o@example.org;0170 7654321;B123456780`);
    expect(rowsKept()).toEqual([2, 3]);
    must(erasePerson(opened.station, 'operator', { personId }));
    expect(rowsKept()).toEqual([3]);
  });

  test('goes from a list that is not written yet, where it will not be written', async () => {
    const { personId } = must(registerPerson(opened.station, 'operator', { details, source: 'desk' }));
    await stage(`${header}\nMüller;Änne;31.31.1964;;;\nKern;Otto;1990;;;`);
    must(erasePerson(opened.station, 'operator', { personId }));
    expect(rowsKept()).toEqual([3]);
  });

  test('stays where it is of a namesake with another birth date', async () => {
    const here = must(registerPerson(opened.station, 'operator', { details, source: 'desk' }));
    await importAll(`${header}\nMüller;Änne;1990;;;\nMüller;Änne;1990;;;`);
    expect(counts()).toMatchObject({ added: 1, duplicates: 1 });
    must(erasePerson(opened.station, 'operator', { personId: idOf<PersonId>(here.personId) }));
    expect(rowsKept()).toEqual([3]);
  });
});

describe('a list', () => {
  const list = 'Nachname;Vorname;Geburtsdatum\nBerg;Anna;1985\nKern;Otto;31.31.1990';
  const pass = async (days: number) => {
    opened.clock.now = addMinutes(opened.clock.now, days * 24 * 60);
    opened.station.importDesk.expire();
    await opened.station.importDesk.settled();
  };

  test.each([
    ['that nobody went on with', stage],
    ['that is over', importAll],
  ])('%s is forgotten after seven days, not before', async (_, bring) => {
    await bring(list);
    await pass(6);
    expect(rowsKept()).toContain(3);
    await pass(2);
    expect(rowsKept()).toEqual([]);
    expect(opened.station.importDesk.progress()).toBeUndefined();
  });

  test('is not forgotten by a clock that cannot be right', async () => {
    const uptime = { run: 'monday', ms: 1_000_000 };
    opened.close();
    opened = await openTestStation(undefined, opened.clock.now, { uptime: () => uptime });
    await stage(list);
    opened.clock.now = addMinutes(opened.clock.now, 365 * 24 * 60);
    expect(opened.station.clock.isTrusted()).toBe(false);
    opened.station.importDesk.expire();
    await opened.station.importDesk.settled();
    expect(rowsKept()).toEqual([2, 3]);
  });
});
