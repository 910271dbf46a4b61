import type { Place } from '../../../contracts/ipc/appointments-contract.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { datesFrom } from '../../../domain/appointments/appointments.ts';
import { placeOnDays } from '../../../domain/appointments/nearest-place.ts';
import { openDosesFrom } from '../../../domain/appointments/open-doses.ts';
import { isShort, nearestFree, searchDays, type Vacancy } from '../../../domain/appointments/proposal.ts';
import { minutesOf } from '../../../domain/appointments/slot-template.ts';
import { freeIn, placesOf, type Slot } from '../../../domain/appointments/slots.ts';
import type { PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import { clockTimeAt, type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import { daysFrom, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { isSameSeries } from '../../../domain/products/catalogue.ts';
import { type DoseWindow, windowOfDose } from '../../../domain/schedules/schedule.ts';
import { doseWindow } from '../../../domain/vaccination/dose-window.ts';
import type { Reads } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import {
  datesByLane,
  holidaysBetween,
  lastOpenDay,
  openLanesBetween,
} from '../../store/tables/appointments/slots.ts';
import { productOfKnown } from '../products/product-of-person.ts';
import { slotsOfDay } from './find-slot.ts';

type Proposal = ChannelOutput<'appointments.propose'>['dates'][number];
type Chosen = Pick<Place, 'day'> & { readonly plannedDose: number; readonly startsAt?: Instant | undefined };

/** The next free places for every open dose, each reckoned from the one before it: as chosen, else as proposed. */
export function proposeDates(
  station: Reads,
  personId: PersonId,
  from: PlainDate,
  chosen: readonly Chosen[] = [],
  wanted?: ProductId,
): Result<ChannelOutput<'appointments.propose'>, 'person-unknown'> {
  const known = withSeries(station.db, personId, loadPerson(station.db, personId));
  if (known.person.status !== 'registered') return refuse('person-unknown');
  const productId = wanted ?? productOfKnown(station, known).product.productId;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const ahead = { ...known, appointments: datesFrom(known.appointments, today) };
  const { course, schedule, doses } = openDosesFrom(known, productId, from, today);
  const start = course.on > from ? course.on : from;
  const dates: Proposal[] = [];
  // Somebody who came at an hour before can come at that hour again.
  const hour = known.appointments.appointments
    .filter((date) => isSameSeries(date.productId, productId) && date.status !== 'cancelled')
    .at(-1)?.startsAt;
  let before: Omit<Chosen, 'plannedDose'> | undefined;
  for (const plannedDose of doses) {
    const window =
      schedule &&
      (doseWindow(ahead, schedule, course, plannedDose) ??
        (before ? windowOfDose(schedule, plannedDose, before.day) : undefined));
    const wished = before?.startsAt ?? hour;
    const proposed = proposeFor(station, { productId, plannedDose }, window, start, wished);
    dates.push(proposed);
    before = chosen.find((each) => each.plannedDose === plannedDose) ?? proposed.place;
  }
  return accept({ dates });
}

function proposeFor(
  station: Reads,
  { productId, plannedDose }: { readonly productId: ProductId; readonly plannedDose: number },
  window: DoseWindow | undefined,
  wished: PlainDate,
  wishedHour: Instant | undefined,
): Proposal {
  const zone = station.settings.timeZone;
  const minute = wishedHour && minutesOf(clockTimeAt(wishedHour, zone));
  // Where the days are over in which it was best, the next free place is.
  if (!window || window.recommendedTo < wished)
    return { plannedDose, place: firstPlace(station, productId, wished, undefined, minute), isShort: false };
  const days = searchDays(window);
  const vacancy = vacancyOf(station, productId, days.from, window.recommendedTo);
  const place = firstPlace(station, productId, wished > days.from ? wished : days.from, days.to, minute);
  const { earliest, recommendedFrom, recommendedTo, latest } = window;
  return {
    plannedDose,
    place,
    window: { earliest, recommendedFrom, recommendedTo, latest },
    vacancy,
    isShort: isShort(vacancy),
  };
}

/**
 * The first day with a free place for this vaccine, and on it the slot nearest to the wished time of day. A Sunday only
 * where the week after it has no other day.
 */
export function firstPlace(
  station: Reads,
  productId: ProductId,
  from: PlainDate,
  to: PlainDate | undefined,
  minute?: number,
): Place | undefined {
  const { db, settings } = station;
  const now = station.now();
  const today = plainDateAt(now, settings.timeZone);
  const lastOpen = lastOpenDay(db);
  const last = to !== undefined && lastOpen !== undefined && to < lastOpen ? to : lastOpen;
  if (last === undefined) return undefined;
  const slot = placeOnDays(daysFrom(from > today ? from : today, last), (day) =>
    nearestFree(
      slotsOfDay(station, day).filter((each) => each.productId === productId && each.startsAt > now),
      minute,
      ({ startsAt }) => minutesOf(clockTimeAt(startsAt, settings.timeZone)),
    ),
  );
  return slot && placeView(slot);
}

/** Free and all places of the vaccine's open lanes of a range of days. */
export function vacancyOf({ db }: Reads, productId: ProductId, from: PlainDate, to: PlainDate): Vacancy {
  const lanes = openLanesBetween(db, from, to).filter((lane) => lane.productId === productId);
  const open = new Set(lanes.map(({ day, lane }) => `${day} ${lane}`));
  const capacity = lanes.reduce((sum, lane) => sum + placesOf(lane), 0);
  const taken = datesByLane(db, from, to)
    .filter(({ day, lane }) => lane !== null && open.has(`${day} ${lane}`))
    .reduce((sum, { count }) => sum + count, 0);
  return { free: Math.max(0, capacity - taken), capacity };
}

/** Every slot with a place left, of one vaccine or of all. */
export function dayPlaces(
  station: Reads,
  day: PlainDate,
  productId?: ProductId,
): ChannelOutput<'appointments.day-places'> {
  const now = station.now();
  const [holiday] = holidaysBetween(station.db, day, day);
  return {
    places: slotsOfDay(station, day)
      .filter((slot) => productId === undefined || slot.productId === productId)
      .filter((slot) => slot.startsAt > now && freeIn(slot) > 0)
      .map(placeView),
    holiday: holiday?.name,
  };
}

function placeView(slot: Slot): Place {
  const { day, lane, startsAt } = slot;
  return { day, lane, startsAt, free: freeIn(slot) };
}
