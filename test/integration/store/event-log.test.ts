import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { signLog } from '../../../main/compose.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
  const { station } = opened;
  const personId = expectPerson(station);
  must(checkIn(station, 'operator', { personId, via: 'search', overrides: ['no-appointment'] }));
  const dose = { personId, lot: 'LOT-1', site: 'left-upper-arm', consent: 'oral', overrides: [] } as const;
  const { doseId } = must(recordDose(station, 'operator', dose));
  must(
    voidDose(station, 'operator', {
      personId,
      doseId,
      reason: 'other',
      note: 'Frau Mustermann war es nicht',
      approvedBy: idOf<StaffId>('second'),
    }),
  );
  expectPerson(station, aPerson({ familyName: 'Weiß' }));
  signLog(station);
});
afterEach(() => opened.close());

function verdict() {
  const { station } = opened;
  return verifyLog(station.db, new Map([[station.settings.station, station.stationKey.publicKey]]));
}

/** The same file as somebody with the key but without our program sees it: no triggers in the way. */
function tamper(sql: string, ...values: (string | number | Uint8Array)[]): void {
  const db = openDatabase(path.join(opened.dir, 'station.db'), keyFromFile(opened.dir));
  for (const table of ['event', 'chain_head'])
    for (const what of ['changed', 'deleted']) db.exec(`DROP TRIGGER IF EXISTS ${table}_is_never_${what}`);
  db.run(sql, ...values);
  db.close();
}

describe('the event log', () => {
  test('is whole and signed after a visit', () => {
    expect(verdict()).toMatchObject({ isWhole: true, heads: 1, faults: [] });
    expect(verdict().signedUpTo).toBe(verdict().events);
  });

  test('refuses to be changed or shortened', () => {
    const { db } = opened.station;
    expect(() => db.run(`UPDATE event SET actor = 'x'`)).toThrow(/append-only/);
    expect(() => db.run('DELETE FROM event')).toThrow(/append-only/);
    expect(() => db.run('DELETE FROM chain_head')).toThrow(/append-only/);
  });

  test.each([
    ['id', `'forged'`],
    ['type', `'Forged'`],
    ['version', '9'],
    ['stream', `'forged'`],
    ['station', `'forged'`],
    ['epoch', '9'],
    ['seq', '99'],
    ['hlc', `'forged'`],
    ['occurred_at', `'2020-01-01T00:00:00.000Z'`],
    ['recorded_at', `'2020-01-01T00:00:00.000Z'`],
    ['actor', `'staff:forged'`],
    ['data', `replace(data, 'LOT-1', 'LOT-2') || ' '`],
    ['prev_hash', 'zeroblob(32)'],
    ['hash', 'zeroblob(32)'],
    ['position', '99'],
  ])('shows when %s of one event was changed', (column, value) => {
    tamper(`UPDATE event SET ${column} = ${value} WHERE position = 4`);
    expect(verdict().isWhole).toBe(false);
  });

  test('shows when any one byte of any event was changed', () => {
    const EACH = 11; // every byte alone takes fourteen seconds
    const rows = opened.station.db.all<{ position: number; data: string }>(
      'SELECT position, data FROM event',
    );
    for (const { position, data } of rows)
      for (let at = position % EACH; at < data.length; at += EACH) {
        const changed = data.slice(0, at) + (data[at] === 'x' ? 'y' : 'x') + data.slice(at + 1);
        tamper('UPDATE event SET data = ? WHERE position = ?', changed, position);
        expect(verdict().faults).toContainEqual({ position, fault: 'hash-wrong' });
        tamper('UPDATE event SET data = ? WHERE position = ?', data, position);
      }
  });

  test('shows when events were taken from the middle or from a signed end', () => {
    const last = verdict().events;
    tamper('DELETE FROM event WHERE position = ?', last);
    expect(verdict().faults).toContainEqual({ position: last, fault: 'head-without-event' });
    tamper('DELETE FROM event WHERE position = 2');
    expect(verdict().faults.map(({ fault }) => fault)).toContain('seq-gap');
  });

  test('shows a head that the station did not sign', () => {
    tamper('UPDATE chain_head SET signature = zeroblob(64)');
    expect(verdict().faults.map(({ fault }) => fault)).toEqual(['head-forged']);
  });
});

describe('what is made from the log', () => {
  test('is made again from it without a difference', () => {
    const { db } = opened.station;
    const before = digestOfProjections(db);
    expect(rebuildProjections(db)).toBe(verdict().events);
    expect(digestOfProjections(db)).toBe(before);
  });
});

describe('personal data in the log', () => {
  test('is sealed: no name and no note stands in the data of any event', () => {
    const texts = opened.station.db.all<{ data: string }>('SELECT data FROM event').map(({ data }) => data);
    expect(texts.join()).not.toMatch(/Muster|Erika|Weiß|war es nicht/);
  });

  test('is unreadable for ever once the key of the person is gone, and the chain stays whole', () => {
    const { db } = opened.station;
    const { stream } = db.first<{ stream: string }>('SELECT stream FROM event WHERE position = 1') ?? {
      stream: '',
    };
    db.run('DELETE FROM person_key WHERE person_id = ?', stream);
    const [registered, ...rest] = historyOf(db, stream);
    expect(registered?.event.data).not.toHaveProperty('personal');
    expect(rest.length).toBeGreaterThan(3);
    expect(verdict().isWhole).toBe(true);
  });
});
