import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type LaneId } from '../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { closeSlots } from '../../../main/commands/appointments/close-slots.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { liftHoliday, setHoliday } from '../../../main/commands/appointments/set-holiday.ts';
import { aHeadquartersWithPasses } from '../../support/connected-centre.ts';
import type { TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { must } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

const [day, other] = ['2026-12-14', '2026-12-15'] as const as readonly [PlainDate, PlainDate];
let headquarters: TestHeadquarters;
let desk: JoinedStation;
let centre = '';
let centres = 0;

beforeAll(async () => {
  headquarters = await aHeadquartersWithPasses();
}, 120_000);
afterAll(() => headquarters?.close());
beforeEach(async () => {
  centres += 1;
  centre = await aCentre(headquarters, `geschlossen-${centres}`);
  desk = await aJoinedStation(headquarters, centre);
}, 60_000);
afterEach(() => desk.close());

const open = (on: PlainDate) =>
  openOnlineDay(headquarters.headquarters, centre, {
    day: on,
    from: '09:00',
    to: '10:00',
    minutes: 30,
    capacity: 4,
  });
const offered = () =>
  inCentre(headquarters.headquarters.databases.app, centre, async (db) => {
    const slots = await freeSlots(db, { after: headquarters.clock.now });
    return [...new Set(slots.map((slot) => slot.day))].filter((each) => each === day || each === other);
  });
const untilOffered = (...days: readonly PlainDate[]) =>
  untilSo(async () => (await offered()).join() === days.join());

/** Two lanes of the desk on both days. */
function openLanes(): void {
  const { templateId } = must(
    saveTemplate(desk.station, 'operator', {
      name: 'Werktag',
      weekdays: [1, 2],
      hours: [{ from: '09:00', to: '10:00' }],
      slotMinutes: 10,
      lanes: [
        { lane: idOf<LaneId>('A'), capacity: 2 },
        { lane: idOf<LaneId>('B'), capacity: 2 },
      ],
    }),
  );
  must(openDays(desk.station, 'operator', { templateId, from: day, to: other }));
}

describe('given places that an operator opened online', () => {
  test('when the desk closes one lane of that day, then the places stay; when it closes the whole day, none is offered', async () => {
    await open(day);
    await open(other);
    await untilOffered(day, other);
    openLanes();
    must(closeSlots(desk.station, 'operator', { day, lanes: [idOf<LaneId>('A')], reason: 'staff' }));
    await desk.push();
    expect(await offered()).toEqual([day, other]);
    must(closeSlots(desk.station, 'operator', { day, reason: 'staff' }));
    await desk.push();
    await untilOffered(other);
    expect(await open(day)).toBe('closed-by-centre');
    expect(await offered()).toEqual([other]);
  }, 60_000);

  test('when the centre enters a holiday, then none is offered until it is lifted and the day is opened again', async () => {
    await open(day);
    must(setHoliday(desk.station, 'operator', { day, name: 'Betriebsfest' }));
    await desk.push();
    await untilOffered();
    expect(await open(day)).toBe('closed-by-centre');
    must(liftHoliday(desk.station, 'operator', { day }));
    await desk.push();
    await untilSo(async () => (await open(day)) === 2);
    expect(await offered()).toEqual([day]);
  }, 60_000);
});
