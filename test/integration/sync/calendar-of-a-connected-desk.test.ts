import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { slotCalendar } from '../../../main/queries/appointments/slot-calendar.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { aPerson, must } from '../../support/test-station.ts';

let headquarters: TestHeadquarters;
let follower: ReturnType<typeof startPassFollower>;
let desk: JoinedStation;
let centre: Centre;
beforeAll(async () => {
  headquarters = await aHeadquarters();
  follower = startPassFollower(headquarters.headquarters);
  const id = await aCentre(headquarters, 'kalender');
  centre = (await centreOf(headquarters.headquarters.databases.app, id)) as Centre;
  desk = await aJoinedStation(headquarters, id);
}, 120_000);
afterAll(async () => {
  desk?.close();
  await follower?.close();
  await headquarters?.close();
});

test('the calendar of the desk counts what was booked online, on days without places at the desk too', async () => {
  const days = ['2026-11-30', '2026-12-21'] as const;
  for (const day of days) {
    const hours = { from: '09:00', to: '09:10', minutes: 10, capacity: 3 };
    await openOnlineDay(headquarters.headquarters, centre.id, { day, ...hours });
  }
  const free = await inCentre(headquarters.headquarters.databases.app, centre.id, (db) =>
    freeSlots(db, { after: headquarters.clock.now }),
  );
  const slotIds = days.map((day) => free.find((slot) => slot.day === day)?.slotId ?? '');
  for (const givenName of ['Anna', 'Berta'])
    must(
      await bookOnline(headquarters.headquarters, centre, {
        details: aPerson({ givenName }),
        slotIds,
        mayMail: false,
        actor: 'citizen',
      }),
    );
  const calendar = () => slotCalendar(desk.station, { from: '2026-11-30' as PlainDate, days: 22 }).days;
  await desk.pullUntil('both', () => (calendar().at(-1)?.booked === 2 ? true : undefined));
  const counted = calendar().filter(({ booked }) => booked > 0);
  expect(counted.map(({ day, booked, lanes }) => [day, booked, lanes.length])).toEqual([
    ['2026-11-30', 2, 0],
    ['2026-12-21', 2, 0],
  ]);
}, 60_000);
