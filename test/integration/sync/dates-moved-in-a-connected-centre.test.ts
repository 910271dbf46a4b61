import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProductId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays, type BirthDate } from '../../../domain/kernel/plain-date.ts';
import { seriesFacts } from '../../../domain/passes/series-facts.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { startSender } from '../../../headquarters/jobs/sender.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf as keptPassOf } from '../../../headquarters/store/passes.ts';
import { activateSchedule } from '../../../main/commands/schedules/activate-schedule.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import { digestOfProjections } from '../../../main/store/projections/rebuild-projections.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { confirmedSchedules } from '../../../main/store/tables/schedules/centre-schedules.ts';
import { openReplanning } from '../../../main/store/tables/schedules/replannings.ts';
import { aHeadquartersWithPasses, passWith } from '../../support/connected-centre.ts';
import { type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, joinStation } from '../../support/joined-station.ts';
import { bookedDates, stricter, threeWeeksApart } from '../../support/replanned-centre.ts';
import { openSlots } from '../../support/slot-centre.ts';
import { must, openTestStation } from '../../support/test-station.ts';

let headquarters: TestHeadquarters;
beforeAll(async () => {
  headquarters = await aHeadquartersWithPasses();
}, 120_000);
afterAll(() => headquarters?.close());

test('in a connected centre the station at which it was confirmed moves the dates, no other does, and headquarters updates the pass', async () => {
  const centre = await aCentre(headquarters, 'zentrum-verschoben');
  const opened = await openTestStation(undefined, testMoment, { mode: 'live' });
  openSlots(opened.station);
  const desk = await joinStation(headquarters, centre, opened);
  const other = await aJoinedStation(headquarters, centre);
  const first = addDays(plainDateAt(testMoment, opened.station.settings.timeZone), 3);
  const personId = threeWeeksApart(desk.station, first, '09:00');
  await desk.push();
  await passWith(desk, personId, 0);
  must(activateSchedule(desk.station, 'staff:doctor', { ...stricter, dates: 'move' }));
  await desk.station.replannings.done();
  await desk.push();
  const updates = () =>
    historyOf(desk.station.db, personId).filter(({ event }) => event.type === 'PassUpdated');
  await desk.pullUntil('an update of the pass', () => updates().at(0));
  expect(updates().map(({ event }) => event.data)).toMatchObject([{ announced: 'next-appointment' }]);

  await other.pullUntil('the same at the other desk', () =>
    historyOf(other.station.db, personId).find(({ event }) => event.type === 'PassUpdated'),
  );
  other.station.replannings.start();
  await other.station.replannings.done();
  expect(confirmedSchedules(other.station.db).get('COVID-19')).toMatchObject(stricter);
  expect(openReplanning(other.station.db)).toBeUndefined();
  const moves = historyOf(other.station.db, personId).filter(
    ({ event }) => event.type === 'AppointmentMoved',
  );
  expect(moves.map(({ station }) => station)).toEqual([desk.station.settings.station]);
  expect(bookedDates(other.station, personId)).toEqual(bookedDates(desk.station, personId));
  expect(digestOfProjections(other.station.db)).toBe(digestOfProjections(desk.station.db));
  const known = await inCentre(headquarters.headquarters.databases.app, centre, (db) =>
    loadPerson(headquarters.headquarters, db, centre, personId),
  );
  const { appointments, series, active, confirmed } = known;
  const atHeadquarters = seriesFacts({
    birthDate: '1964-08-12' as BirthDate,
    confirmed,
    dates: appointments.appointments,
    doses: series.doses.map((given) => ({ ...given, productName: '' })),
    first: active[0] as ProductId,
  });
  expect(atHeadquarters.plannedDoses).toBe(3);
  for (const { station } of [desk, other]) {
    const pass = passOf(station.db, personId);
    const { plannedDoses, appointments: dates } = (pass && passFacts(station, pass)) ?? {};
    expect({ plannedDoses, dates }).toEqual({ plannedDoses: 3, dates: atHeadquarters.appointments });
  }
  // The pass is to be fetched again, silently, because the number of its doses is another one.
  const change = async () =>
    (
      await inCentre(headquarters.headquarters.databases.app, centre, (db) =>
        keptPassOf(db, passOf(desk.station.db, personId)?.pass_id ?? ''),
      )
    )?.change;
  const sender = startSender(headquarters.headquarters);
  await expect.poll(change, { timeout: 20_000 }).toBeGreaterThan(2);
  await sender.close();
  desk.close();
  other.close();
}, 120_000);
