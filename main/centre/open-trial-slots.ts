import { idOf, type LaneId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plain-date.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { openDays, saveTemplate } from '../commands/appointments/open-days.ts';
import { setHoliday } from '../commands/appointments/set-holiday.ts';
import type { Writes } from '../context.ts';

const DAYS = 60;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Two lanes from today on, open at any hour that somebody tries the trial at, and the holidays of the year's end. */
export function openTrialSlots(station: Writes): void {
  const today = plainDateAt(station.now(), station.settings.timeZone);
  for (const { day, name } of holidaysAfter(today)) must(setHoliday(station, 'trial', { day, name }));
  const { templateId } = must(
    saveTemplate(station, 'trial', {
      name: 'Testbetrieb, rund um die Uhr',
      weekdays: everyDay,
      hours: [{ from: '00:00', to: '23:55' }],
      slotMinutes: 5,
      lanes: [
        { lane: idOf<LaneId>('Straße 1'), capacity: 2 },
        { lane: idOf<LaneId>('Straße 2'), capacity: 1 },
      ],
    }),
  );
  must(openDays(station, 'trial', { templateId, from: today, to: addDays(today, DAYS) }));
}

/** The days of the year's end on which the trial is closed. */
export function holidaysAfter(today: PlainDate): { day: PlainDate; name: string }[] {
  const year = Number(today.slice(0, 4));
  return [
    { day: `${year}-12-25` as PlainDate, name: '1. Weihnachtstag' },
    { day: `${year}-12-26` as PlainDate, name: '2. Weihnachtstag' },
    { day: `${year + 1}-01-01` as PlainDate, name: 'Neujahr' },
  ].filter(({ day }) => day > today);
}

function must<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`trial slots were refused: ${result.refusal}`);
  return result.value;
}
