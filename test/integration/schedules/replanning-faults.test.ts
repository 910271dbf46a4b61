import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { activateSchedule } from '../../../main/commands/schedules/activate-schedule.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import { dueItems } from '../../../main/store/outbox/outbox.ts';
import { foreignLock, fullDisk, type Obstacle } from '../../support/obstacles.ts';
import { bookedDates, stricter, threeWeeksApart } from '../../support/replanned-centre.ts';
import { openSlotCentre, slotDay } from '../../support/slot-centre.ts';
import { must, type TestStation } from '../../support/test-station.ts';

const PEOPLE = 40;
const RETRY_MS = 10_000;
let opened: TestStation;
beforeEach(async () => {
  opened = await openSlotCentre();
});
afterEach(() => {
  vi.useRealTimers();
  opened.close();
});

const movesByDate = () =>
  opened.station.db
    .all<{ count: number }>(
      `SELECT count(*) AS count FROM event WHERE type = 'AppointmentMoved'
        GROUP BY json_extract(data, '$.appointmentId')`,
    )
    .map(({ count }) => count);
const told = () =>
  dueItems(opened.station.db, 'mail', opened.station.now(), 1_000).filter(
    ({ payload }) => payload.message === 'appointment-moved',
  );

test.each<[string, () => Obstacle]>([
  ['a full disk', () => fullDisk(() => opened)],
  ['a foreign lock', () => foreignLock(() => opened)],
])(
  '%s amid the moving of dates is told, and once it has passed the rest is moved: each once, told once, no place twice',
  async (_, make) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { station } = opened;
    const people = station.db.transact(() =>
      Array.from({ length: PEOPLE }, (_person, at) =>
        threeWeeksApart(station, addDays(slotDay, 2 + Math.floor(at / 2)), at % 2 ? '09:10' : '09:00'),
      ),
    );
    const obstacle = make();
    must(activateSchedule(station, 'staff:doctor', { ...stricter, dates: 'move' }));
    while (movesByDate().length < 5) await new Promise((resolve) => setImmediate(resolve));
    obstacle.begin();
    await station.replannings.done();
    expect(station.replannings.fault()).toBeDefined();
    const moved = movesByDate().length;
    expect(moved).toBeLessThan(PEOPLE);
    expect(opened.logged.some((line) => line.includes('replanning-stopped'))).toBe(true);
    // It does not pass at once: what was tried in vain did nothing.
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    await station.replannings.done();
    expect(movesByDate()).toHaveLength(moved);
    obstacle.end();
    await vi.advanceTimersByTimeAsync(RETRY_MS);
    await station.replannings.done();
    expect(station.replannings.fault()).toBeUndefined();
    expect(movesByDate()).toEqual(Array.from({ length: PEOPLE }, () => 1));
    expect(told()).toHaveLength(PEOPLE);
    expect(new Set(people.map((personId) => bookedDates(station, personId)[1])).size).toBe(PEOPLE);
    const keys = new Map([[station.settings.station, station.stationKey.publicKey]]);
    expect(verifyLog(station.db, keys).isWhole).toBe(true);
  },
  60_000,
);
