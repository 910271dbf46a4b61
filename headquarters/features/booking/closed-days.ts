import { openLanesOf } from '../../../domain/appointments/open-lanes.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { FedEvent } from '../../store/feed.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { eventsOfTypes } from '../../store/received-events.ts';
import { withdrawSlots } from '../../store/withdraw-slots.ts';
import { eventIn } from '../passes/event-in.ts';

const types = ['HolidaySet', 'HolidayLifted', 'SlotsOpened', 'SlotsClosed'] as const;

/** Days on which the centre said that it stays closed: its holidays, and days of which it closed every lane. */
export async function closedDays(db: CentreDb): Promise<ReadonlySet<PlainDate>> {
  const said = (await eventsOfTypes(db, types)).flatMap((event) => eventIn(event) ?? []);
  const days = new Set<PlainDate>();
  for (const [day, lanes] of openLanesOf(said)) if (lanes.length === 0) days.add(day);
  for (const event of said) {
    if (event.type === 'HolidaySet') days.add(event.data.day);
    if (event.type === 'HolidayLifted') days.delete(event.data.day);
  }
  return days;
}

/**
 * Offers nothing more online on days that the centre closed, whoever opened the places. Once it opens again, an operator
 * opens them again. Call it in the transaction that follows the feed.
 */
export async function withdrawClosedDays(db: CentreDb, fed: readonly FedEvent[]): Promise<void> {
  const told = fed.flatMap(({ event }) => eventIn(event) ?? []);
  const touched = told.flatMap((event) =>
    event.type === 'HolidaySet' || event.type === 'SlotsClosed' ? [event.data.day] : [],
  );
  if (touched.length === 0) return;
  const closed = await closedDays(db);
  await withdrawSlots(
    db,
    touched.filter((day) => closed.has(day)),
  );
}
