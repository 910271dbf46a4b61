import { sql } from 'kysely';
import type { OnlineShare } from '../../domain/appointments/slot-events.ts';
import type { LaneId } from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import type { NewSlot } from './online-slots.ts';
import type { CentreDb } from './open-databases.ts';

/** The online places of one slot of a lane. */
export interface SharedSlot extends NewSlot {
  readonly lane: LaneId;
  /** All places but those that are kept for people without a date. */
  readonly places: number;
}

const AT_ONCE = 2_000;

/** The share that headquarters goes by; undefined where the centre said none. */
export async function shareOf(db: CentreDb): Promise<OnlineShare | undefined> {
  const row = await db.selectFrom('online_share').selectAll().executeTakeFirst();
  return row && { onlinePercent: row.online_percent, walkInPercent: row.walk_in_percent };
}

/** What the centre said of it last. Of the first nothing is counted yet. */
export async function keepShare(
  db: CentreDb,
  centre: string,
  { onlinePercent, walkInPercent }: OnlineShare,
): Promise<void> {
  const share = { online_percent: onlinePercent, walk_in_percent: walkInPercent };
  await db
    .insertInto('online_share')
    .values({ centre_id: centre, ...share, counted_to: '' })
    .onConflict((conflict) => conflict.column('centre_id').doUpdateSet(share))
    .execute();
}

/** The last person whose dates were counted for the first share, held until COMMIT; undefined once all were. */
export async function holdCount(db: CentreDb): Promise<string | undefined> {
  const row = await db
    .selectFrom('online_share')
    .select('counted_to')
    .where('counted_to', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row?.counted_to ?? undefined;
}

/** Undefined: all were counted. */
export async function moveCount(db: CentreDb, centre: string, to: string | undefined): Promise<void> {
  await db
    .updateTable('online_share')
    .set({ counted_to: to ?? null })
    .execute();
  if (to !== undefined) await sql`SELECT pg_notify('fed', ${centre})`.execute(db);
}

/**
 * Offers exactly these from then on, of all slots after `after` (on these days). What is taken stays taken, also where
 * the slot is offered no more.
 */
export async function offerSlots(
  db: CentreDb,
  centre: string,
  slots: readonly SharedSlot[],
  { after, days }: { readonly after: Instant; readonly days?: readonly PlainDate[] | undefined },
): Promise<void> {
  let withdrawn = db
    .updateTable('online_slot')
    .set({ capacity: 0 })
    .where('starts_at', '>', new Date(after))
    .where('capacity', '>', 0);
  if (days) withdrawn = withdrawn.where('day', 'in', [...days]);
  await withdrawn.execute();
  for (let start = 0; start < slots.length; start += AT_ONCE)
    await db
      .insertInto('online_slot')
      .values(
        slots.slice(start, start + AT_ONCE).map((slot) => ({
          centre_id: centre,
          slot_id: slot.slotId,
          starts_at: slot.startsAt,
          day: slot.day,
          duration_minutes: slot.durationMinutes,
          capacity: slot.capacity,
          lane: slot.lane,
          places: slot.places,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['centre_id', 'starts_at', 'lane']).doUpdateSet((is) => ({
          capacity: is.ref('excluded.capacity'),
          places: is.ref('excluded.places'),
          duration_minutes: is.ref('excluded.duration_minutes'),
        })),
      )
      .execute();
}

/** A place of a lane that somebody has by the desk. */
export interface DeskDate {
  readonly appointmentId: string;
  readonly startsAt: Instant;
  readonly lane: LaneId;
}

/** Which dates to come somebody has by the desk now; those that hold a place online are left out. */
export async function keepDeskDates(
  db: CentreDb,
  centre: string,
  personId: string,
  dates: readonly DeskDate[],
): Promise<void> {
  await db.deleteFrom('desk_date').where('person_id', '=', personId).execute();
  if (dates.length === 0) return;
  await db
    .insertInto('desk_date')
    .values(
      dates.map(({ appointmentId, startsAt, lane }) => ({
        centre_id: centre,
        appointment_id: appointmentId,
        person_id: personId,
        starts_at: startsAt,
        lane,
      })),
    )
    .execute();
}

/** The dates of somebody that hold a place online. */
export async function onlineDatesOf(db: CentreDb, personId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('booking')
    .select('appointment_id')
    .where('person_id', '=', personId)
    .where('slot_id', 'is not', null)
    .execute();
  return new Set(rows.map(({ appointment_id }) => appointment_id));
}

/** The next few, by their ids, who were booked or moved to that day or a later one. */
export async function peopleWithDatesFrom(
  db: CentreDb,
  day: PlainDate,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('received_event')
    .select('stream')
    .distinct()
    .where('type', 'in', ['AppointmentBooked', 'AppointmentMoved'])
    .where(sql<boolean>`coalesce(data::json -> 'to' ->> 'day', data::json ->> 'day') >= ${day}`)
    .where('stream', '>', after)
    .orderBy('stream')
    .limit(limit)
    .execute();
  return rows.map(({ stream }) => stream);
}
