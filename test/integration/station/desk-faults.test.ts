import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { openDatabase } from '../../../main/store/database.ts';
import { asking } from '../../support/asking.ts';
import { barcodeAt } from '../../support/barcode-at.ts';
import { expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

const { ask, act } = asking(() => opened.station, { actor: 'staff:desk' });

describe('whatever is asked', () => {
  test.each([
    ['store.drop', {}],
    ['__proto__', {}],
    ['desk.card', { personId: 1 }],
    ['desk.record-dose', { personId: 'x' }],
    ['desk.scan', { texts: ['x'.repeat(5000)], via: 'wedge' }],
    ['desk.scan', null],
  ])('%s with %j is refused as a value', async (channel, input) => {
    expect((await ask(channel, input)).refusal.reason).toBe('input-invalid');
  });

  test('somebody unknown is a refusal with a reason', async () => {
    expect((await ask('desk.card', { personId: 'nobody' })).refusal).toEqual({ reason: 'person-unknown' });
  });

  test('something broken is a problem with a log id, and the log names nobody', async () => {
    const personId = expectPerson(opened.station);
    opened.station.db.exec('DROP TABLE dose');
    const answer = await ask('desk.card', { personId });
    expect(answer.problem.code).toBe('channel-failed');
    const line = opened.logged.find((text) => text.includes(answer.problem.logId)) ?? '';
    expect(JSON.parse(line)).toMatchObject({ code: 'channel-failed', channel: 'desk.card' });
    expect(line).not.toContain('Muster');
  });
});

describe('when the store cannot take what the desk wants to keep', () => {
  test('a full disk is said, nothing is recorded, and it goes on when there is room', async () => {
    const { db } = opened.station;
    const personId = expectPerson(opened.station);
    db.pragma('wal_checkpoint(TRUNCATE)');
    const pages = Number(db.pragma('page_count'));
    db.pragma(`max_page_count = ${pages}`);
    const input = { requestId: crypto.randomUUID(), personId, via: 'search', overrides: ['no-appointment'] };
    let answer = await ask('desk.check-in', input);
    for (let round = 0; round < 200 && answer.ok; round++)
      answer = await ask('desk.scan', { texts: [barcodeAt(opened.station, personId)], via: 'wedge' });
    expect(answer.refusal).toEqual({ reason: 'disk-full' });
    db.pragma(`max_page_count = ${pages + 1000}`);
    const given = await act('desk.record-dose', {
      personId,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    });
    expect(given.ok).toBe(true);
    expect(given.value.doses).toHaveLength(1);
  });

  test('a store that another program holds is said, and nothing is half done', async () => {
    const personId = expectPerson(opened.station);
    const other = openDatabase(path.join(opened.dir, 'station.db'), keyFromFile(opened.dir));
    other.exec('BEGIN IMMEDIATE');
    const input = { requestId: crypto.randomUUID(), personId, via: 'search', overrides: ['no-appointment'] };
    expect((await ask('desk.check-in', input)).refusal).toEqual({ reason: 'store-locked' });
    const before = performance.now(); // the lock was waited for once: nobody else waits for it
    for (let tries = 0; tries < 10; tries++)
      expect((await ask('desk.check-in', input)).refusal).toEqual({ reason: 'store-locked' });
    expect(performance.now() - before).toBeLessThan(1_000);
    other.exec('ROLLBACK');
    other.close();
    expect((await ask('desk.check-in', input)).ok).toBe(true);
  });
});
