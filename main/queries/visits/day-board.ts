import type { BoardEntry } from '../../../contracts/ipc/board-contract.ts';
import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { AppointmentStatus } from '../../../domain/appointments/appointments.ts';
import { type Forecast, forecast, median } from '../../../domain/appointments/forecast.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import {
  addMinutes,
  type Instant,
  instantAt,
  plainDateAt,
  secondsBetween,
} from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { isShownTo } from '../../../domain/people/who-may.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import type { Reads } from '../../context.ts';
import type { Listed, MostOfEach } from '../../store/tables/appointments/dates-around.ts';
import {
  type BoardRow,
  countWaiting,
  datesOnDay,
  dueAround,
  expectedInSpan,
  latestStageTimes,
  peopleInHouse,
  type StageTimes,
  statusCounts,
  vaccinatedSince,
} from '../../store/tables/visits/board.ts';
import { vaccineNamer } from '../products/name-vaccine.ts';
import { heldByReaction } from '../vaccination/earlier-reactions.ts';

type Span = ChannelInput<'board.now'>['span'];

/** Who was not checked out an hour after the dose has left without anybody noting it, unless a reaction holds them. */
export const OBSERVED_MINUTES = 60;
const FORECAST_MINUTES = 30;
/** The medians follow the day: they look at those who went through last. */
const LATEST_PEOPLE = 200;

/** Of many, those who are still to come or wait, before those who are through. */
const mostDue: MostOfEach = {
  booked: 150,
  'checked-in': 100,
  attended: 50,
  'no-show': 25,
  'not-vaccinated': 25,
};
const MOST_IN_A_STAGE = 100;

/** Now, on the board: those due around now and those in the house, each once, as far as they are shown to these roles. */
export function dayBoard(
  station: Reads,
  span: Span,
  roles: readonly Role[] | undefined,
): ChannelOutput<'board.now'> {
  const { db } = station;
  const now = station.now();
  const zone = station.settings.timeZone;
  const day = plainDateAt(now, zone);
  const counts = statusCounts(db, day);
  const held = heldByReaction(station);
  const { rows, isWhole } = listedOn(station, span, { day, now, held });
  const nameVaccine = vaccineNamer(db);
  const count = (status: AppointmentStatus) => counts.get(status) ?? 0;
  const arrived = count('checked-in') + count('attended') + count('not-vaccinated');
  return {
    day,
    now,
    counts: {
      booked: count('booked') + arrived + count('no-show'),
      arrived,
      vaccinated: count('attended'),
      noShow: count('no-show'),
      overdue: expectedInSpan(db, day, instantAt(day, '00:00', zone), addMinutes(now, -1)),
    },
    forecast: forecastNow(station, day, now),
    stageSeconds: stageSeconds(latestStageTimes(db, day, LATEST_PEOPLE)),
    isShortened: !isWhole,
    entries: rows
      .filter((row) => isShownTo(roles, row.person_status))
      .map((row) => entryView(row, nameVaccine, held)),
  };
}

/** The whole day is whole; of a span those nearest to now are listed, so that the board stays quick all day long. */
function listedOn(
  { db }: Reads,
  span: Span,
  {
    day,
    now,
    held,
  }: { readonly day: PlainDate; readonly now: Instant; readonly held: ReadonlySet<PersonId> },
): Listed<BoardRow> {
  const observedSince = addMinutes(now, -OBSERVED_MINUTES);
  if (span === 'day')
    return eachOnce(datesOnDay(db, day), peopleInHouse(db, day, observedSince, held).rows, true);
  const around = { day, from: addMinutes(now, -span.before), now, to: addMinutes(now, span.after) };
  const due = dueAround(db, around, mostDue);
  const inHouse = peopleInHouse(db, day, observedSince, held, MOST_IN_A_STAGE);
  return eachOnce(due.rows, inHouse.rows, due.isWhole && inHouse.isWhole);
}

/** Those in the house who are not due now stand above the others. */
function eachOnce(
  due: readonly BoardRow[],
  inHouse: readonly BoardRow[],
  isWhole: boolean,
): Listed<BoardRow> {
  const listed = new Set(due.map(({ visit_id }) => visit_id));
  return { rows: [...inHouse.filter(({ visit_id }) => !listed.has(visit_id)), ...due], isWhole };
}

export function forecastNow({ db }: Reads, day: PlainDate, now: Instant): Forecast {
  return forecast({
    waiting: countWaiting(db, day),
    due: expectedInSpan(db, day, now, addMinutes(now, FORECAST_MINUTES)),
    overdue: expectedInSpan(db, day, addMinutes(now, -FORECAST_MINUTES), now),
    vaccinated: vaccinatedSince(db, day, addMinutes(now, -FORECAST_MINUTES)),
  });
}

/** Where nobody noted the way to the vaccination, the time up to the dose counts as reception. */
function stageSeconds(times: readonly StageTimes[]): ChannelOutput<'board.now'>['stageSeconds'] {
  const between = (from: Instant | null, to: Instant | null) =>
    from && to ? [Math.round(secondsBetween(from, to))] : [];
  return {
    reception: median(
      times.flatMap((row) => between(row.checked_in_at, row.vaccination_at ?? row.observation_at)),
    ),
    vaccination: median(times.flatMap((row) => between(row.vaccination_at, row.observation_at))),
    observation: median(times.flatMap((row) => between(row.observation_at, row.checked_out_at))),
  };
}

function entryView(
  row: BoardRow,
  nameVaccine: ReturnType<typeof vaccineNamer>,
  held: ReadonlySet<PersonId>,
): BoardEntry {
  return {
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    appointmentId: row.appointment_id ?? undefined,
    startsAt: row.starts_at ?? undefined,
    plannedDose: row.planned_dose ?? undefined,
    vaccine: row.product_id ? nameVaccine(row.product_id) : undefined,
    lane: row.lane ?? undefined,
    status: row.status ?? undefined,
    visit: visitView(row, held.has(row.person_id)),
  };
}

function visitView(row: BoardRow, isHeld: boolean): BoardEntry['visit'] {
  const { visit_id, stage, stage_since, checked_in_at } = row;
  if (!visit_id || !stage || !stage_since || !checked_in_at) return undefined;
  const isEnded = row.ended === null ? {} : { isEnded: true };
  const visit = { visitId: visit_id, stage, stageSince: stage_since, checkedInAt: checked_in_at, ...isEnded };
  const { observed_from: startsAt, observed_minutes: minutes } = row;
  const isObserved = stage === 'observation' && startsAt !== null && minutes !== null;
  if (!isObserved) return visit;
  return { ...visit, observation: { startsAt, minutes }, ...(isHeld ? { isHeld: true as const } : {}) };
}
