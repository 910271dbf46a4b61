import type { BoardEntry } from '../../../contracts/ipc/board-contract.ts';
import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { type Forecast, forecast, median } from '../../../domain/appointments/forecast.ts';
import {
  addMinutes,
  type Instant,
  instantAt,
  plainDateAt,
  secondsBetween,
} from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Reads } from '../../context.ts';
import {
  type BoardRow,
  countInStages,
  datesInSpan,
  expectedInSpan,
  latestStageTimes,
  peopleInHouse,
  type StageTimes,
  statusCounts,
  vaccinatedSince,
} from '../../store/tables/visits/board.ts';
import { vaccineNamer } from '../products/name-vaccine.ts';

type Span = ChannelInput<'board.now'>['span'];

/** Who was not checked out an hour after the dose has left without anybody noting it. */
export const OBSERVED_MINUTES = 60;
const FORECAST_MINUTES = 30;
/** The medians follow the day: they look at those who went through last. */
const LATEST_PEOPLE = 200;

/** Now, on the board: those due around now and those in the house, each once. */
export function dayBoard(station: Reads, span: Span): ChannelOutput<'board.now'> {
  const { db } = station;
  const now = station.now();
  const zone = station.settings.timeZone;
  const day = plainDateAt(now, zone);
  const [from, to] =
    span === 'day'
      ? [instantAt(day, '00:00', zone), instantAt(addDays(day, 1), '00:00', zone)]
      : [addMinutes(now, -span.before), addMinutes(now, span.after)];
  const due = datesInSpan(db, day, from, to);
  const listed = new Set(due.map(({ visit_id }) => visit_id));
  const others = peopleInHouse(db, day, addMinutes(now, -OBSERVED_MINUTES)).filter(
    ({ visit_id }) => !listed.has(visit_id),
  );
  const nameVaccine = vaccineNamer(db);
  const counts = statusCounts(db, day);
  const count = (status: 'booked' | 'checked-in' | 'attended' | 'no-show') => counts.get(status) ?? 0;
  return {
    day,
    now,
    counts: {
      booked: count('booked') + count('checked-in') + count('attended') + count('no-show'),
      arrived: count('checked-in') + count('attended'),
      vaccinated: count('attended'),
      noShow: count('no-show'),
      overdue: expectedInSpan(db, day, instantAt(day, '00:00', zone), addMinutes(now, -1)),
    },
    forecast: forecastNow(station, day, now),
    stageSeconds: stageSeconds(latestStageTimes(db, day, LATEST_PEOPLE)),
    entries: [...others, ...due].map((row) => entryView(row, nameVaccine)),
  };
}

export function forecastNow({ db }: Reads, day: PlainDate, now: Instant): Forecast {
  const stages = countInStages(db, day);
  return forecast({
    waiting: (stages.get('reception') ?? 0) + (stages.get('vaccination') ?? 0),
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

function entryView(row: BoardRow, nameVaccine: ReturnType<typeof vaccineNamer>): BoardEntry {
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
    visit: visitView(row),
  };
}

function visitView({ visit_id, stage, stage_since, checked_in_at }: BoardRow): BoardEntry['visit'] {
  if (!visit_id || !stage || !stage_since || !checked_in_at) return undefined;
  return { visitId: visit_id, stage, stageSince: stage_since, checkedInAt: checked_in_at };
}
