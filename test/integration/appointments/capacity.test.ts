import { spawn } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, type LaneId, type PersonId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { cancelAppointment } from '../../../main/commands/appointments/cancel-appointment.ts';
import { closeSlots } from '../../../main/commands/appointments/close-slots.ts';
import { joinStandby } from '../../../main/commands/appointments/join-standby.ts';
import { moveAppointment } from '../../../main/commands/appointments/move-appointment.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import type { Station } from '../../../main/station.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { aPerson, must, openTestStation, temporaryDirectory } from '../../support/test-station.ts';

const day = '2026-11-24' as PlainDate;
const lanes = ['A', 'B'].map((name) => idOf<LaneId>(name));
const clocks = ['09:00', '09:10'];
const CAPACITY = 2;
const startsAt = '2026-11-23T09:00:00.000Z' as Instant;

function openLanes(station: Station): void {
  const { templateId } = must(
    saveTemplate(station, 'operator', {
      name: 'Probe',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      hours: [{ from: '09:00', to: '09:20' }],
      slotMinutes: 10,
      lanes: lanes.map((lane) => ({ lane, capacity: CAPACITY })),
    }),
  );
  must(openDays(station, 'operator', { templateId, from: day, to: day }));
}

function people(station: Station, count: number): PersonId[] {
  return Array.from(
    { length: count },
    () => must(registerPerson(station, 'operator', { details: aPerson(), source: 'desk' })).personId,
  );
}

/** People in one slot: dates that hold a place, and offers. */
function mostInOneSlot(station: Station): number {
  const row = station.db.first<{ most: number | null }>(
    `SELECT max(taken) AS most FROM (SELECT count(*) AS taken FROM (
        SELECT lane, starts_at FROM appointment WHERE lane IS NOT NULL AND status <> 'cancelled'
        UNION ALL SELECT lane, starts_at FROM standby_offer WHERE status = 'open')
      GROUP BY lane, starts_at)`,
  );
  return row?.most ?? 0;
}

const anAction = fc.record({
  kind: fc.constantFrom('book', 'book', 'book', 'move', 'cancel', 'standby', 'close'),
  desk: fc.nat(2),
  person: fc.nat(11),
  lane: fc.nat(1),
  clock: fc.nat(1),
});

test('no slot ever holds more people than it takes, whatever several desks do in whatever order', async () => {
  const dir = temporaryDirectory();
  const stations = [await openTestStation(dir, startsAt)];
  for (let desk = 1; desk < 3; desk++) stations.push(await openTestStation(dir, startsAt));
  const [first] = stations;
  if (!first) throw new Error('no station');
  try {
    fc.assert(
      fc.property(fc.array(anAction, { minLength: 8, maxLength: 30 }), (actions) => {
        openAgain(first.station);
        const persons = people(first.station, 12);
        for (const { kind, desk, person, lane, clock } of actions) {
          const station = stations[desk]?.station ?? first.station;
          act(station, kind, persons[person] as PersonId, lane, clock);
          if (mostInOneSlot(station) > CAPACITY) return false;
        }
        return true;
      }),
      { numRuns: 8 },
    );
  } finally {
    for (const { close } of stations) close();
  }
}, 120_000);

/** A fresh day for each run: whatever was booked is sent home, then the lanes open again. */
function openAgain(station: Station): void {
  closeSlots(station, 'operator', { day, reason: 'other' });
  openLanes(station);
}

function act(station: Station, kind: string, personId: PersonId, lane: number, clock: number): void {
  const place = {
    lane: lanes[lane] as LaneId,
    startsAt: instantAt(day, clocks[clock] ?? '09:00', 'Europe/Berlin'),
  };
  const date = appointmentsOf(station.db, personId).find(({ status }) => status === 'booked');
  if (kind === 'book') {
    const productId = productActiveUnasked;
    const dates = [{ plannedDose: 1, ...place }];
    bookDates(station, 'operator', { personId, productId, source: 'desk', dates });
  }
  if (kind === 'standby')
    joinStandby(station, 'operator', { personId, fromDay: day, toDay: day, reach: 'here' });
  if (kind === 'close') closeSlots(station, 'operator', { day, lanes: [place.lane], reason: 'staff' });
  if (!date) return;
  const appointmentId = date.appointment_id;
  if (kind === 'move')
    moveAppointment(station, 'operator', { personId, appointmentId, ...place, reason: 'asked' });
  if (kind === 'cancel') cancelAppointment(station, 'operator', { personId, appointmentId, reason: 'asked' });
}

test('of two processes that book the last place at the same moment, exactly one gets it', async () => {
  const { station, dir, close } = await openTestStation(temporaryDirectory(), startsAt);
  openLanes(station);
  const [one, other, ...before] = people(station, 2 + CAPACITY - 1);
  for (const personId of before) act(station, 'book', personId, 0, 0);
  close();
  const at = Date.now() + 4_000;
  const outcomes = await Promise.all(
    [one, other].map((personId) => bookInProcess(dir, personId as PersonId, at)),
  );
  expect(outcomes.sort()).toEqual(['booked', 'slot-full']);
}, 60_000);

/** Books the first slot of lane A in a process of its own, at that moment. */
function bookInProcess(dir: string, personId: PersonId, at: number): Promise<string> {
  const script = new URL('./book-in-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, dir, personId, String(at)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  return new Promise((resolve) => child.once('exit', () => resolve(said.trim())));
}
