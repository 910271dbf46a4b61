import { afterAll, beforeAll } from 'vitest';
import { type BookOnline, bookOnline } from '../../headquarters/features/booking/book-online.ts';
import { openOnlineDay } from '../../headquarters/features/booking/open-online-day.ts';
import { type Centre, centreOf } from '../../headquarters/store/centres.ts';
import { freeSlots } from '../../headquarters/store/online-slots.ts';
import { inCentre } from '../../headquarters/store/open-databases.ts';
import { aHeadquarters, type TestHeadquarters } from './headquarters.ts';
import { aCentre } from './headquarters-station.ts';
import { aPerson } from './test-station.ts';

/** One headquarters for the tests of a file, and centres where citizens book. */
export function bookingSuite(options: Parameters<typeof aHeadquarters>[0] = {}) {
  let running: TestHeadquarters;
  beforeAll(async () => {
    running = await aHeadquarters(options);
  });
  afterAll(() => running.close());
  const opened = () => running;

  let centres = 0;

  /** A centre with places on a first day and 21 days later. */
  async function anOpenCentre(capacity = 2): Promise<Centre> {
    centres += 1;
    const id = await aCentre(opened(), `booking-${centres}`);
    for (const day of ['2026-11-30', '2026-12-21', '2026-12-22'])
      await openOnlineDay(opened().headquarters, id, {
        day,
        from: '09:00',
        to: '09:30',
        minutes: 10,
        capacity,
      });
    return (await centreOf(opened().headquarters.databases.app, id)) as Centre;
  }

  const freeIn = (centre: Centre) =>
    inCentre(opened().headquarters.databases.app, centre.id, (db) =>
      freeSlots(db, { after: opened().clock.now }),
    );

  async function twoDates(centre: Centre): Promise<[string, string]> {
    const free = await freeIn(centre);
    const first = free.find(({ day }) => day === '2026-11-30');
    const second = free.find(({ day }) => day === '2026-12-21');
    return [first?.slotId ?? '', second?.slotId ?? ''];
  }

  const book = (centre: Centre, slotIds: readonly string[], more: Partial<BookOnline> = {}) =>
    bookOnline(opened().headquarters, centre, {
      details: aPerson(),
      slotIds,
      mayMail: false,
      actor: 'citizen',
      ...more,
    });

  const post = (url: string, fields: [string, string][], remoteAddress = '127.0.0.1') =>
    opened().app.inject({
      method: 'POST',
      remoteAddress,
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  return { opened, anOpenCentre, freeIn, twoDates, book, post };
}
