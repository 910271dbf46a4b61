import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import { aPerson, expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

const count = (table: string) =>
  opened.station.db.first<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n;

async function signedPasses(familyNames: readonly string[]): Promise<string[]> {
  const { station } = opened;
  const people = familyNames.map((familyName) => expectPerson(station, aPerson({ familyName })));
  await drainOutbox(station);
  return people.map((personId) => passOf(station.db, personId)?.pass_id ?? '');
}

test('passes of one template share their images, and each is whole when it is handed over', async () => {
  const { station } = opened;
  const passIds = await signedPasses(['Berg', 'Tal', 'Fluss']);
  expect(count('pass_file')).toBe(3);
  expect(count('pass_images')).toBe(1);
  const serials = passIds.map((passId) => {
    const file = passFileOf(station.db, passId);
    const options = { now: station.now(), passKeys: station.barcodeKeys.all };
    const verified = verifyPkpass(file?.bytes ?? new Uint8Array(), options);
    return verified.ok ? verified.value.serialNumber : verified.refusal.code;
  });
  expect(serials).toEqual(passIds);
  const own = station.db.first<{ most: number }>('SELECT max(length(bytes)) AS most FROM pass_file');
  const whole = passFileOf(station.db, passIds[0] ?? '')?.bytes.length ?? 0;
  expect(own?.most).toBeLessThan(whole / 2);
});

test('a file that was kept whole before is handed over as it is', async () => {
  const { db } = opened.station;
  const [passId = ''] = await signedPasses(['Berg']);
  const whole = passFileOf(db, passId)?.bytes ?? new Uint8Array();
  db.run('UPDATE pass_file SET bytes = ?, images = NULL WHERE pass_id = ?', whole, passId);
  expect(passFileOf(db, passId)?.bytes).toEqual(whole);
});

test('images that a pass begins with cannot be lost', async () => {
  await signedPasses(['Berg']);
  expect(() => opened.station.db.run('DELETE FROM pass_images')).toThrow();
  expect(count('pass_images')).toBe(1);
});
