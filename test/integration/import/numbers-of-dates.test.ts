import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { listImport } from '../../support/list-import.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { importAll, counts, peopleHere } = listImport(() => opened.station);
const numbersOfDates = () =>
  opened.station.db
    .all<{ id: string | null }>('SELECT external_id AS id FROM appointment ORDER BY starts_at')
    .map(({ id }) => id);
const progress = () => opened.station.importDesk.progress();

const header = 'Terminnummer;Nachname;Vorname;Geburtsdatum;Termin';

describe('the number of a date', () => {
  test('that is another person’s here says nothing: the next day’s tickets are of other people', async () => {
    await importAll(
      `${header}\nA12;Berg;Anna;12.03.1985;03.12.2026 09:30\nA14;Klein;Uwe;1.1.1950;03.12.2026 09:45`,
    );
    await importAll(
      `${header}\nA12;Weber;Ida;2.2.1951;04.12.2026 09:30\nA14;Lang;Udo;3.3.1952;04.12.2026 09:45`,
    );
    expect(counts()).toMatchObject({ added: 2, refused: 0, duplicates: 0 });
    expect(progress()?.noted).toBe(2);
    expect(numbersOfDates()).toEqual(['A12', 'A14', null, null]);
  });

  test('that two rows of a list have is the first one’s', async () => {
    await importAll(
      `${header}\nA12;Berg;Anna;12.03.1985;03.12.2026 09:30\nA12;Klein;Uwe;1.1.1950;03.12.2026 09:45`,
    );
    expect(counts()).toMatchObject({ added: 2 });
    expect(progress()?.noted).toBe(1);
    expect(numbersOfDates()).toEqual(['A12', null]);
  });

  test('stays that of whom it is of, whatever row before names it, too', async () => {
    const numbered = `Patientennummer;${header}`;
    await importAll(`${numbered}\n1;A12;Berg;Anna;12.03.1985;03.12.2026 09:30`);
    await importAll(
      `${numbered}\n2;A12;Klein;Uwe;1.1.1950;03.12.2026 09:45\n1;A12;Berg;Anna;12.03.1985;03.12.2026 09:30`,
    );
    expect(counts()).toMatchObject({ added: 1, unchanged: 1 });
    expect(progress()?.noted).toBe(1);
    expect(numbersOfDates()).toEqual(['A12', null]);
  });

  test('in a list that comes again, whoever has it is asked for by name, and is not told to be somebody else', async () => {
    const list = `${header}\nA12;Berg;Anna;12.03.1985;03.12.2026 09:30`;
    await importAll(list);
    await importAll(list);
    expect(counts()).toMatchObject({ duplicates: 1, refused: 0 });
    expect(peopleHere()).toBe(1);
  });
});

test.each([
  ['with accents written apart', 'Müller;Jörg'.normalize('NFD')],
  ['with two blanks', 'Müller;Jörg  Karl'],
])('a list %s says the same when it comes again', async (_how, name) => {
  const list = `Patientennummer;Nachname;Vorname;Geburtsdatum\n4711;${name};12.03.1985`;
  await importAll(list);
  await importAll(list);
  expect(counts()).toMatchObject({ unchanged: 1, changed: 0 });
});

test('of somebody who is known, a date that stands no more is told all the same', async () => {
  const row = (status: string) =>
    `Patientennummer;Nachname;Vorname;Geburtsdatum;Termin;Status\n4711;Berg;Anna;12.03.1985;03.12.2026 09:30;${status}`;
  await importAll(row('gebucht'));
  await importAll(row('verschoben'));
  expect(counts()).toMatchObject({ unchanged: 1 });
  expect(progress()?.noted).toBe(1);
});
