import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { idOf, type LaneId, type PersonId } from '../../../domain/kernel/ids.ts';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { openDatabase } from '../../../main/store/database.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { asking } from '../../support/asking.ts';
import { digestOfStore } from '../../support/digest-of-store.ts';
import { smallDisk } from '../../support/failing-disk.ts';
import {
  slotDay as day,
  openSlotCentre,
  slot,
  slotCentreOpens,
  slotDesk,
} from '../../support/slot-centre.ts';
import { somebody } from '../../support/stock-station.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openSlotCentre();
});
afterEach(() => {
  vi.useRealTimers();
  opened.close();
});

const { act, ask, someone } = slotDesk(() => opened.station);

const later = async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  await opened.station.closings.done();
};

/** Many more than one slice of the work cancels. */
function guestsOf(station: TestStation['station']): PersonId[] {
  const lane = idOf<LaneId>('Groß');
  const week = { name: 'Groß', weekdays: [1, 2, 3, 4, 5, 6, 7] as const, slotMinutes: 10 };
  const hours = [{ from: '11:00', to: '11:10' }];
  const { templateId } = must(
    saveTemplate(station, 'operator', { ...week, hours, lanes: [{ lane, capacity: 400 }] }),
  );
  must(openDays(station, 'operator', { templateId, from: day, to: day }));
  return Array.from({ length: 300 }, (_, at) => {
    const personId = someone(
      `Gast${'abcdefghij'[at % 10]}${'klmnopqrst'[Math.floor(at / 10) % 10]}${'uvw'[Math.floor(at / 100)]}`,
    );
    const dates = [{ plannedDose: 1, ...slot(day, '11:00'), lane }];
    must(bookDates(station, 'operator', { personId, dates, source: 'desk' }));
    return personId;
  });
}

describe('the closing of a day', () => {
  test('that a foreign lock stopped says so, and goes on by itself once the lock is gone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { station } = opened;
    const people = guestsOf(station);
    expect((await act('slots.close', { day, reason: 'staff' })).value).toEqual({ cancelled: people.length });
    const other = openDatabase(path.join(opened.dir, 'station.db'), keyFromFile(opened.dir));
    other.exec('BEGIN IMMEDIATE');
    await station.closings.done();
    expect(station.closings.fault()).toBeDefined();
    await later();
    expect(station.closings.fault()).toBeDefined();
    other.exec('ROLLBACK');
    other.close();
    await later();
    expect(station.closings.fault()).toBeUndefined();
    expect(settingOf(station.db, 'closings')).toBeUndefined();
    for (const personId of people)
      expect((await ask('appointments.of-person', { personId })).value.dates[0].status).toBe('cancelled');
  });
});

test('read models that are made anew and the end of a day are refused by a full disk as a whole, and done once there is room', async ({
  skip,
}) => {
  const disk = smallDisk(24);
  if (!disk) return skip('a disk of its own takes root on Linux');
  try {
    const small = await openTestStation(path.join(disk.dir, 'centre'), slotCentreOpens);
    const { station } = small;
    const { db } = station;
    for (let at = 0; at < 200; at++) somebody(station);
    const { act: actThere } = asking(() => station);
    const today = slotCentreOpens.slice(0, 10);
    db.pragma('wal_checkpoint(TRUNCATE)');
    const before = digestOfStore(db);
    disk.fill();
    expect(() => rebuildProjections(db)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    expect(await actThere('board.end-day', { day: today })).toMatchObject({
      refusal: { reason: 'disk-full' },
    });
    expect(digestOfStore(db)).toBe(before);
    disk.empty();
    rebuildProjections(db);
    expect(await actThere('board.end-day', { day: today })).toMatchObject({ value: { count: 200 } });
    const ended = digestOfProjections(db);
    rebuildProjections(db);
    expect(digestOfProjections(db)).toBe(ended);
    small.close();
  } finally {
    disk.unmount();
  }
}, 90_000);
