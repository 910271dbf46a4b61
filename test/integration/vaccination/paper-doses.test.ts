import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { dayList } from '../../../main/queries/appointments/day-list.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { dosesOf } from '../../../main/store/tables/vaccination/doses.ts';
import { asking } from '../../support/asking.ts';
import { faultsOfFhir } from '../../support/fhir-validator.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
const { ask, act } = asking(() => opened.station, { actor: 'staff:desk', roles: ['site-lead'] });

beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

const june = {
  productId: 'comirnaty',
  givenOn: '2021-06-30',
  precision: 'month',
  entry: { page: 'Seite 4, Zeile 2', productName: 'Comirnaty (BioNTech)', lot: 'EX1234' },
};
const record = async (personId: string) => (await ask('people.record', { personId })).value;

test('a dose from the booklet counts in the series: the next dose is the second, and the pass follows', async () => {
  const personId = expectPerson(opened.station);
  expect((await act('people.record-paper-dose', { personId, ...june })).ok).toBe(true);
  const { doses } = (await ask('desk.card', { personId })).value;
  expect(doses).toMatchObject([
    { ordinal: 1, productName: 'Comirnaty (BioNTech)', lot: 'EX1234', elsewhere: { isDayKnown: false } },
  ]);
  expect((await ask('desk.card', { personId })).value.pass.doseCount).toBe(1);
  const given = await act('desk.record-dose', {
    personId,
    ordinal: 2,
    lot: 'L-1',
    site: 'left-upper-arm',
    productId: 'comirnaty',
    consent: 'oral',
    overrides: ['not-checked-in'],
  });
  expect(given.value.doses.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([1, 2]);
});

test('given elsewhere on the day itself, the list on paper says so and invents no time', async () => {
  const { station } = opened;
  const personId = expectPerson(station);
  const today = { ...june, givenOn: '2026-11-23', precision: 'day' };
  expect((await act('people.record-paper-dose', { personId, ...today })).ok).toBe(true);
  expect(dayList(station, '2026-11-23' as PlainDate).entries).toMatchObject([{ given: { lot: 'EX1234' } }]);
  expect(dayList(station, '2026-11-23' as PlainDate).entries[0]?.given).not.toHaveProperty('clock');
});

test('it says who saw it, and a correction keeps both versions with the reason', async () => {
  const personId = expectPerson(opened.station);
  const window = aWindow(() => opened.station);
  const nurse = await expectStaff(opened.station, 'Vera Impfung', ['vaccinator']);
  await window.signIn(nurse, nurse.pin);
  await window.ask('people.record-paper-dose', { requestId: crypto.randomUUID(), personId, ...june });
  const [dose] = (await record(personId)).doses;
  expect(dose.elsewhere.paper).toEqual({
    page: 'Seite 4, Zeile 2',
    seenBy: 'Vera Impfung',
  });
  const ofLine = { personId, doseId: dose.doseId, entry: june.entry };
  const correction = { ...ofLine, day: { givenOn: '2021-06-12', precision: 'day' } };
  expect((await act('people.correct-paper-dose', { ...correction, note: '' })).refusal.reason).toBe(
    'note-missing',
  );
  expect((await act('people.correct-paper-dose', { ...correction, note: 'Lesefehler' })).ok).toBe(true);
  expect(await record(personId)).toMatchObject({
    doses: [{ givenOn: '2021-06-12', elsewhere: { isDayKnown: true } }],
    paperDoseCorrections: [
      {
        note: 'Lesefehler',
        before: { isDayKnown: false },
        after: { givenOn: '2021-06-12', isDayKnown: true },
      },
    ],
  });
  const { db } = opened.station;
  const before = digestOfProjections(db);
  rebuildProjections(db);
  expect(digestOfProjections(db)).toBe(before);
});

test('it is sound FHIR R4 with no more of its day than is known, and none of it is confirmed by this centre', async () => {
  const personId = expectPerson(opened.station);
  await act('people.record-paper-dose', { personId, ...june });
  const { value } = await ask('records.immunizations', { personId, profile: 'r4' });
  const bundle = JSON.parse(Buffer.from(value.base64, 'base64').toString('utf8'));
  expect(faultsOfFhir(bundle)).toEqual([]);
  expect(JSON.stringify(bundle)).toContain('"occurrenceString":"on or before 2021-06-30"');
  expect((await ask('records.of-person', { personId, language: 'de' })).ok).toBe(false);
});

test('what was read, and why somebody is vaccinated, goes with the key of whoever is erased', async () => {
  const { station } = opened;
  const personId = expectPerson(station);
  await act('people.record-paper-dose', { personId, ...june });
  const rows = () => JSON.stringify(dosesOf(station.db, personId));
  expect(rows()).toContain('Seite 4');
  must(erasePerson(station, 'operator', { personId }));
  expect(rows()).not.toMatch(/Seite 4|Impfausweis/);
  const before = digestOfProjections(station.db);
  rebuildProjections(station.db);
  expect(digestOfProjections(station.db)).toBe(before);
});

test('a vaccination that the station does not know is refused, and so is one of nobody', async () => {
  const personId = expectPerson(opened.station);
  const other = { personId, ...june, productId: 'tetanus' };
  expect((await act('people.record-paper-dose', other)).refusal.reason).toBe('product-unknown');
});

test('who got a lot tells a dose of a booklet by its own vaccine, and that it was not given here', async () => {
  const personId = expectPerson(opened.station);
  const entry = { page: '4', productName: 'Vaxzevria', lot: 'ABV1234' };
  await act('people.record-paper-dose', { personId, ...june, entry });
  const { shown } = (await ask('stock.trace', { lot: 'ABV1234' })).value;
  expect(shown).toMatchObject([{ product: 'Vaxzevria', isElsewhere: true }]);
  const file = (await ask('stock.trace-file', { lot: 'ABV1234', language: 'de' })).value;
  expect(Buffer.from(file.base64, 'base64').toString()).toMatch(/Vaxzevria.*nicht hier gegeben/);
});
