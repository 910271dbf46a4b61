import type { Language } from '../../../domain/kernel/bilingual.ts';
import { formatDate, formatDay } from '../../../domain/kernel/format-date.ts';
import { clockTimeAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { DoseWindow } from '../../../domain/schedules/schedule.ts';
import type { FreeDay } from '../../../pages/booking-parts.ts';
import type { OnlineSlot } from '../../store/online-slots.ts';

/** As many days are shown at once. */
export const MOST_DAYS = 14;

/** Free slots as the page shows them: day by day, with the link that chooses each. */
export function freeDays(
  slots: readonly OnlineSlot[],
  { language, timeZone, linkOf }: { language: Language; timeZone: string; linkOf(slotId: string): string },
): FreeDay[] {
  const days = new Map<string, OnlineSlot[]>();
  for (const slot of slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot]);
  return [...days.values()].slice(0, MOST_DAYS).map((times) => ({
    day: times[0] ? formatDay(times[0].day, language) : '',
    times: times.map(({ slotId, startsAt, free }) => ({
      clock: clockTimeAt(startsAt, timeZone),
      free,
      link: linkOf(slotId),
    })),
  }));
}

/** Those of the recommended days that are left from today on; undefined where none is. */
export function windowLeft(window: DoseWindow, today: PlainDate, language: Language) {
  if (window.recommendedTo < today) return undefined;
  const recommendedFrom = window.recommendedFrom < today ? today : window.recommendedFrom;
  return {
    words: windowWords({ ...window, recommendedFrom }, language),
    isOneDay: recommendedFrom === window.recommendedTo,
  };
}

/** The recommended days: `21.12.2026 – 28.12.2026`, or the one day that it is. */
export function windowWords({ recommendedFrom, recommendedTo }: DoseWindow, language: Language): string {
  if (recommendedFrom === recommendedTo) return formatDate(recommendedFrom, language);
  return `${formatDate(recommendedFrom, language)} – ${formatDate(recommendedTo, language)}`;
}
