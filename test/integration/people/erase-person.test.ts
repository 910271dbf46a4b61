import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type LaneId, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { joinStandby } from '../../../main/commands/appointments/join-standby.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { eraseDuePeople, erasePerson } from '../../../main/commands/people/erase-person.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { recordConsent } from '../../../main/commands/people/record-consent.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { liftRestriction, restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { evaluateChoice } from '../../../main/commands/scanning/evaluate-scan.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { personRecord } from '../../../main/queries/people/person-record.ts';
import { searchPeople } from '../../../main/queries/people/search-people.ts';
import { today } from '../../../main/queries/visits/today.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { standbyOf } from '../../../main/store/tables/appointments/standby.ts';
import {
  beginImportJob,
  type RowVerdict,
  rowsAfter,
  setImportState,
  stageRow,
} from '../../../main/store/tables/import/imports.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

const canaries = ['Zwiebelkuchen', 'Xaveria', 'xaveria@kanarie.example', '1717171717', 'Kanarienvogelweg'];
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

function xaveria(): PersonId {
  return expectPerson(
    opened.station,
    aPerson({
      givenName: 'Xaveria',
      familyName: 'Zwiebelkuchen',
      email: 'xaveria@kanarie.example',
      phone: '0171 7171717',
      street: 'Kanarienvogelweg 3',
    }),
  );
}

function vaccinate(personId: PersonId): void {
  const dose = {
    personId,
    lot: 'L-1',
    site: 'left-upper-arm',
    consent: 'oral',
    overrides: ['not-checked-in'],
  } as const;
  must(recordDose(opened.station, 'operator', dose));
}

/** Every byte of the store as it stands on the disk, decrypted, free pages and journal included. */
function bytesOnDisk(): Buffer {
  const { station, dir } = opened;
  station.db.pragma('wal_checkpoint(PASSIVE)');
  const copy = path.join(dir, 'copy.db');
  const decrypted = readdirSync(dir)
    .filter((name) => name === 'station.db')
    .map((name) => {
      copyFileSync(path.join(dir, name), copy);
      const db = new Sqlite(copy);
      db.pragma(`cipher='aegis'`);
      db.pragma(`key='raw:${keyFromFile(dir)}'`);
      db.pragma('journal_mode = DELETE');
      db.pragma(`rekey=''`);
      db.close();
      return readFileSync(copy);
    });
  const asTheyAre = readdirSync(dir).map((name) => readFileSync(path.join(dir, name)));
  return Buffer.concat([...decrypted, ...asTheyAre]);
}

function found(bytes: Buffer): string[] {
  const text = bytes.toString('latin1').toLowerCase();
  return canaries.filter((canary) => text.includes(canary.toLowerCase()));
}

describe('somebody who was never vaccinated', () => {
  test('is erased at once: no byte of the name is left, the chain is whole, the pass is void', async () => {
    const { station, dir } = opened;
    const personId = xaveria();
    must(recordConsent(station, 'operator', { personId, channel: 'email', isGiven: true }));
    await drainOutbox(station);
    const details = aPerson({
      givenName: 'Xaveria',
      familyName: 'Kanarienvogelweg',
      birthDate: '1950' as never,
    });
    must(correctPerson(station, 'operator', { personId, details, why: 'changed' }));
    expect(found(bytesOnDisk()).length).toBeGreaterThan(2);
    const requestId = crypto.randomUUID();
    expect(erasePerson(station, 'operator', { personId, requestId })).toMatchObject({
      value: { outcome: 'erased' },
    });
    expect(found(bytesOnDisk())).toEqual([]);
    expect(readdirSync(dir)).toContain('station.db');
    expect(passOf(station.db, personId)?.status).toBe('voided');
    expect(station.db.first('SELECT * FROM pass_file')).toBeUndefined();
    expect(station.db.first('SELECT * FROM person_key WHERE person_id = ?', personId)).toBeUndefined();
    expect(
      verifyLog(station.db, new Map([[station.settings.station, station.stationKey.publicKey]])).isWhole,
    ).toBe(true);
    expect(evaluateChoice(station, personId).decision.reason).toBe('person-erased');
    expect(today(station).entries).toEqual([]);
    const digest = digestOfProjections(station.db);
    rebuildProjections(station.db);
    expect(digestOfProjections(station.db)).toBe(digest);
    expect(erasePerson(station, 'operator', { personId, requestId }).ok).toBe(true);
    expect(opened.logged.join()).not.toMatch(/Zwiebel|Xaveria/);
  });
});

test('rows of the last list that are about somebody who is erased go with them, the others stay', () => {
  const { station } = opened;
  const details = aPerson({ givenName: 'Xaveria', familyName: 'Zwiebelkuchen' });
  const { personId } = must(
    registerPerson(station, 'operator', { details, source: 'desk', externalId: 'X-17' }),
  );
  const list = { import_id: 'a', file_name: 'a.csv', format: 'csv', actor: 'operator' } as const;
  beginImportJob(station.db, { ...list, began_at: station.now(), header: '[]', options: '{}' });
  const stage = (row: number, verdict: RowVerdict, data: object) =>
    stageRow(station.db, 'a', { row, verdict, person_id: null, data: JSON.stringify(data) });
  stage(2, 'changed', { cells: ['Zwiebelkuchen'], person: { externalId: 'X-17' } });
  stage(3, 'duplicate', { cells: ['Zwiebelkuchen'], likely: { personIds: [personId] } });
  stage(4, 'refused', { cells: ['Stein'], person: { externalId: 'X-18' } });
  setImportState(station.db, 'a', 'done');
  must(erasePerson(station, 'operator', { personId, approvedBy: idOf<StaffId>('second') }));
  expect(rowsAfter(station.db, 'a', 0, 10).map(({ row }) => row)).toEqual([4]);
});

test('whoever is erased is expected nowhere, and the places they had are free', () => {
  const { station } = opened;
  const day = addDays(plainDateAt(station.now(), 'Europe/Berlin'), 1);
  const lane = idOf<LaneId>('A');
  const { templateId } = must(
    saveTemplate(station, 'operator', {
      name: 'Probe',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      hours: [{ from: '09:00', to: '09:10' }],
      slotMinutes: 10,
      lanes: [{ lane, capacity: 1 }],
    }),
  );
  must(openDays(station, 'operator', { templateId, from: day, to: day }));
  const { personId } = must(
    registerPerson(station, 'operator', {
      details: aPerson({ familyName: 'Zwiebelkuchen' }),
      source: 'desk',
    }),
  );
  const productId = productActiveUnasked;
  const startsAt = instantAt(day, '09:00', 'Europe/Berlin');
  const book = (who: PersonId) =>
    bookDates(station, 'operator', {
      personId: who,
      productId,
      source: 'desk',
      dates: [{ plannedDose: 1, startsAt, lane }],
    });
  must(book(personId));
  must(joinStandby(station, 'operator', { personId, fromDay: day, toDay: day, reach: 'here' }));
  const other = must(registerPerson(station, 'operator', { details: aPerson(), source: 'desk' })).personId;
  expect(book(other)).toMatchObject({ refusal: { reason: 'slot-full' } });
  must(erasePerson(station, 'operator', { personId }));
  expect(appointmentsOf(station.db, personId)).toMatchObject([{ status: 'cancelled' }]);
  expect(standbyOf(station.db, personId)).toEqual([]);
  expect(book(other).ok).toBe(true);
  const digest = digestOfProjections(station.db);
  rebuildProjections(station.db);
  expect(digestOfProjections(station.db)).toBe(digest);
});

test('a record is restricted for the reason that was given', () => {
  const { station } = opened;
  for (const why of ['accuracy-disputed', 'unlawful', 'needed-for-claims', 'objection'] as const) {
    const personId = xaveria();
    must(restrictPerson(station, 'operator', { personId, why }));
    expect(personRecord(station, personId, ['site-lead'])).toMatchObject({ value: { restriction: { why } } });
  }
});

describe('somebody who was vaccinated', () => {
  test('is restricted until the law lets go, hidden from the desk, and erased then', () => {
    const { station } = opened;
    const personId = xaveria();
    vaccinate(personId);
    expect(erasePerson(station, 'operator', { personId })).toEqual({
      ok: true,
      value: { outcome: 'restricted', eraseFrom: '2036-11-23' },
    });
    expect(searchPeople(station, 'Zwiebelkuchen')).toEqual([]);
    expect(searchPeople(station, 'Zwiebelkuchen', ['site-lead'])).toHaveLength(1);
    expect(today(station).entries).toEqual([]);
    expect(evaluateChoice(station, personId).decision).toMatchObject({
      light: 'red',
      reason: 'person-restricted',
    });
    expect(personRecord(station, personId, ['reception'])).toMatchObject({ refusal: 'person-restricted' });
    expect(personRecord(station, personId, ['site-lead'])).toMatchObject({
      value: { restriction: { why: 'erasure-requested', eraseFrom: '2036-11-23' } },
    });
    expect(eraseDuePeople(station)).toBe(0);
    opened.clock.now = '2036-11-23T00:30:00.000Z' as Instant;
    expect(eraseDuePeople(station)).toBe(1);
    expect(found(bytesOnDisk())).toEqual([]);
    expect(station.db.all('SELECT lot FROM dose')).toEqual([{ lot: 'L-1' }]);
  });

  test('may take the request back', () => {
    const { station } = opened;
    const personId = xaveria();
    vaccinate(personId);
    must(erasePerson(station, 'operator', { personId }));
    must(liftRestriction(station, 'operator', { personId }));
    expect(searchPeople(station, 'Zwiebelkuchen')).toHaveLength(1);
    expect(eraseDuePeople(station)).toBe(0);
  });
});

test('the request of one record is answered for every record of the same person', () => {
  const { station } = opened;
  const [one, other] = [xaveria(), xaveria()];
  must(
    linkPersons(station, 'operator', { personId: one, otherId: other, approvedBy: idOf<StaffId>('second') }),
  );
  must(erasePerson(station, 'operator', { personId: other }));
  expect(found(bytesOnDisk())).toEqual([]);
  for (const each of [one, other])
    expect(personRecord(station, each, ['site-lead'])).toMatchObject({ refusal: 'person-unknown' });
  expect(station.db.all('SELECT * FROM person_link')).toEqual([]);
});
