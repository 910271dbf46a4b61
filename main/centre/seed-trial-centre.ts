import type { AppointmentId, PersonId } from '../../domain/kernel/ids.ts';
import {
  addMinutes,
  epochMsOf,
  type Instant,
  instantAt,
  instantOf,
  plainDateAt,
} from '../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plain-date.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { productActiveUnasked } from '../../domain/products/catalogue.ts';
import { bookAppointment } from '../commands/appointments/book-appointment.ts';
import { registerPerson } from '../commands/people/register-person.ts';
import { recordDose } from '../commands/vaccination/record-dose.ts';
import { checkIn } from '../commands/visits/check-in.ts';
import type { Writes } from '../context.ts';
import { holidaysAfter, openTrialSlots } from './open-trial-slots.ts';
import { trialPeople } from './trial-people.ts';

const SLOT_MINUTES = 5;
const ARRIVED_BEFORE_NOW = 4;
const FIRST_DOSE_DAYS_AGO = 24;
const SECOND_DOSE_DAYS_LATER = 24;
const TRIAL_LOT = 'TRIAL-01';

/**
 * Fills a new trial centre with people and dates around now, through the same commands that the desk uses: most
 * come for their first dose, every third for the second; the earliest have been in already.
 */
export function seedTrialCentre(station: Writes): void {
  const quiet: Writes = { ...station, announce: () => {} };
  const slots = slotsAround(station.now(), station.settings.timeZone);
  station.db.transact(() => {
    openTrialSlots(quiet);
    for (const [index, details] of trialPeople.entries()) {
      const startsAt = slots(index);
      const comesForSecond = index % 3 === 2;
      const { personId } = must(registerPerson(quiet, 'trial', { details, source: 'trial' }));
      if (comesForSecond) givenWeeksAgo(quiet, personId, startsAt);
      const appointmentId = book(quiet, personId, comesForSecond ? 2 : 1, startsAt);
      if (!comesForSecond) book(quiet, personId, 2, secondDoseAt(startsAt, quiet));
      if (index < ARRIVED_BEFORE_NOW) arrive(at(quiet, startsAt), personId, appointmentId);
      if (index < ARRIVED_BEFORE_NOW - 1) vaccinate(at(quiet, addMinutes(startsAt, 4)), personId);
    }
  });
  station.announce(['desk', 'people', 'passes', 'system', 'appointments', 'board']);
}

/** One slot after the other around now, none of them on another day: the trial looks right at any hour. */
function slotsAround(now: Instant, zone: string): (index: number) => Instant {
  const today = plainDateAt(now, zone);
  const slotMs = SLOT_MINUTES * 60_000;
  const length = trialPeople.length * slotMs;
  const dayStart = epochMsOf(instantAt(today, '00:00', zone));
  const dayEnd = epochMsOf(instantAt(addDays(today, 1), '00:00', zone)) - slotMs;
  const wanted = Math.floor(epochMsOf(now) / slotMs) * slotMs - ARRIVED_BEFORE_NOW * slotMs;
  const first = Math.max(dayStart, Math.min(wanted, dayEnd - length));
  return (index) => instantOf(first + index * slotMs);
}

function givenWeeksAgo(station: Writes, personId: PersonId, today: Instant): void {
  const then = daysLater(today, -FIRST_DOSE_DAYS_AGO, station);
  const appointmentId = book(at(station, then), personId, 1, then);
  arrive(at(station, then), personId, appointmentId);
  vaccinate(at(station, addMinutes(then, 5)), personId);
}

function book(station: Writes, personId: PersonId, plannedDose: number, startsAt: Instant): AppointmentId {
  return must(
    bookAppointment(station, 'trial', {
      personId,
      productId: productActiveUnasked,
      plannedDose,
      startsAt,
      source: 'trial',
    }),
  ).appointmentId;
}

function arrive(station: Writes, personId: PersonId, appointmentId: AppointmentId): void {
  must(checkIn(station, 'trial', { personId, appointmentId, via: 'pass', overrides: [] }));
}

function vaccinate(station: Writes, personId: PersonId): void {
  must(
    recordDose(station, 'trial', {
      personId,
      lot: TRIAL_LOT,
      site: 'left-upper-arm',
      consent: 'oral',
      overrides: [],
    }),
  );
}

/** The same station with its clock standing at that moment. */
function at(station: Writes, moment: Instant): Writes {
  return { ...station, now: () => moment };
}

/** Within the weeks that the schedule leaves, and on no day that is closed. */
function secondDoseAt(startsAt: Instant, station: Writes): Instant {
  const dayOf = (moment: Instant) => plainDateAt(moment, station.settings.timeZone);
  const closed = holidaysAfter(dayOf(startsAt)).map(({ day }) => day);
  const usual = daysLater(startsAt, SECOND_DOSE_DAYS_LATER, station);
  const next = [0, 1, 2].map((days) => daysLater(usual, days, station));
  return next.find((moment) => !closed.includes(dayOf(moment))) ?? usual;
}

/** The same wall-clock time so many days away, also across a clock change. */
function daysLater(moment: Instant, days: number, { settings }: Writes): Instant {
  const day: PlainDate = addDays(plainDateAt(moment, settings.timeZone), days);
  const atMidnight = epochMsOf(instantAt(plainDateAt(moment, settings.timeZone), '00:00', settings.timeZone));
  return instantOf(epochMsOf(instantAt(day, '00:00', settings.timeZone)) + epochMsOf(moment) - atMidnight);
}

function must<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`trial data was refused: ${result.refusal}`);
  return result.value;
}
