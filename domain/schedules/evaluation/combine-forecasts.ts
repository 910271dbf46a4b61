import type { Assessment } from './assessment.ts';
import type { CompiledGroup } from './compiled-book.ts';
import { decidingOrder, type SeriesForecast, type SeriesStatus } from './forecast-series.ts';
import type { AntigenResult } from './series-result.ts';

interface NextDays {
  readonly dose: number;
  readonly earliest: number;
  readonly recommended: number;
  readonly pastDue: number | undefined;
  readonly latest: number | undefined;
  readonly isRecurring: boolean;
}

export interface CombinedForecast {
  readonly status: SeriesStatus;
  readonly next?: NextDays;
}

/** The forecast of a group from those of its antigens. */
export function combineForecasts(
  assessment: Assessment,
  group: CompiledGroup,
  results: readonly AntigenResult[],
): CombinedForecast {
  const forecasts = results.flatMap(({ best }) => best.map(({ forecast }) => forecast));
  const status = statusOf(forecasts, group.antigens.length > 1);
  if (status !== 'not-complete') return { status };
  const next = forecasts.flatMap(({ next }) => next ?? []);
  const earliest = earliestOf(assessment, group, results, next);
  const pastDue = least(next.map((each) => each.pastDue));
  return {
    status,
    next: {
      dose: group.isGivenWhole
        ? Math.min(...next.map(({ dose }) => dose))
        : Math.max(...next.map(({ dose }) => dose)),
      earliest,
      recommended: Math.max(earliest, Math.min(...next.map(({ recommended }) => recommended))),
      pastDue: pastDue === undefined ? undefined : Math.max(earliest, pastDue),
      latest: least(next.map(({ latest }) => latest)),
      isRecurring: next.every(({ target }) => target.rule.isRecurring),
    },
  };
}

const cascade = ['contraindicated', 'aged-out', 'not-recommended', 'not-complete'] as const;

function statusOf(forecasts: readonly SeriesForecast[], hasSeveralAntigens: boolean): SeriesStatus {
  const has = (status: SeriesStatus) => forecasts.some((forecast) => forecast.status === status);
  if (forecasts.length === 0) return 'not-recommended';
  if (!hasSeveralAntigens) return decidingOrder.find(has) ?? 'not-recommended';
  for (const status of cascade) if (has(status)) return status;
  return has('complete') ? 'complete' : 'immune';
}

/** One antigen, or one that need not wait for the others: the first day; else the day on which all may be given. */
function earliestOf(
  assessment: Assessment,
  group: CompiledGroup,
  results: readonly AntigenResult[],
  next: readonly NonNullable<SeriesForecast['next']>[],
): number {
  const days = next.map(({ earliest }) => earliest);
  if (group.antigens.length === 1) return Math.min(...days);
  if (!next.some(({ hasPriority }) => hasPriority)) return Math.max(...days);
  const given = results.flatMap(({ doses }) => doses.map(({ on }) => on));
  return Math.max(Math.min(...days), ...given, assessment.born);
}

function least(days: readonly (number | undefined)[]): number | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
