import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { previewScan } from '../../../main/commands/scanning/evaluate-scan.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { passesByIdPrefix, passOf } from '../../../main/store/tables/passes/passes.ts';
import { asking } from '../../support/asking.ts';
import { barcodeAt } from '../../support/barcode-at.ts';
import { countingStation } from '../../support/counting-station.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

/** A light stands on these; whoever needs one more finds out what is read twice. */
const MOST_TO_DECIDE = 14;
const MOST_TO_OPEN = 16;

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

/** Somebody with a date today and a dose three weeks ago. */
function somebody(familyName = 'Mustermann') {
  const personId = expectPerson(opened.station, aPerson({ familyName }));
  const overrides = ['not-checked-in'] as const;
  must(
    recordDose(opened.station, 'operator', {
      personId,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides,
    }),
  );
  opened.clock.now = addMinutes(opened.clock.now, 21 * 1440);
  return personId;
}

describe('given the pass of somebody with a date and a dose', () => {
  test('a scan asks the store for nothing twice on the way to its light and card', () => {
    const barcode = barcodeAt(opened.station, somebody());
    const { station, statements } = countingStation(opened.station);
    const scanned = previewScan(station, { texts: [barcode], via: 'wedge' });
    expect(scanned.card).toMatchObject({ doses: [{ lot: 'L-1' }], pass: { doseCount: 1 } });
    expect(statements).toEqual([...new Set(statements)]);
    expect(statements.length).toBeLessThanOrEqual(MOST_TO_DECIDE);
  });

  test('with what is kept of it, the whole scan of a window stays within its bound', async () => {
    const barcode = barcodeAt(opened.station, somebody());
    const { station, statements } = countingStation(opened.station);
    const { ask } = asking(() => station);
    await ask('desk.scan', { texts: [barcode], via: 'wedge' });
    statements.length = 0;
    const again = await ask('desk.scan', { texts: [barcode], via: 'wedge' });
    expect(again.value.card.doses).toHaveLength(1);
    expect(statements.length).toBeLessThanOrEqual(MOST_TO_OPEN);
  });

  test('what its pass says is read once for each part', () => {
    const pass = passOf(opened.station.db, somebody());
    const { station, statements } = countingStation(opened.station);
    expect(pass && passFacts(station, pass)).toMatchObject({ doses: [{ ordinal: 1 }] });
    expect(statements).toEqual([...new Set(statements)]);
  });

  test('passes that are only listed cost one statement, however many they are', () => {
    somebody();
    somebody('Musterfrau');
    const { station, statements } = countingStation(opened.station);
    expect(passesByIdPrefix(station.db, '')).toHaveLength(2);
    expect(statements).toHaveLength(1);
  });
});
