import { type Selectable, sql } from 'kysely';
import type { DateAt } from '../../domain/appointments/events.ts';
import type { LaneId } from '../../domain/kernel/ids.ts';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import type { CentreDb } from './open-databases.ts';
import type { Schema } from './schema.ts';

export interface OnlineSlot {
  readonly slotId: string;
  readonly startsAt: Instant;
  readonly day: PlainDate;
  readonly durationMinutes: number;
  readonly free: number;
  /** The lane of the desk that it is a place of; absent where an operator opened it. */
  readonly lane?: LaneId;
}

export interface NewSlot {
  readonly slotId: string;
  readonly startsAt: Instant;
  readonly day: PlainDate;
  readonly durationMinutes: number;
  readonly capacity: number;
}

/** When and where a date is that takes a place of it. */
export function placeOf({ startsAt, day, durationMinutes, lane }: OnlineSlot): DateAt {
  return { startsAt, day, durationMinutes, ...(lane ? { lane } : {}) };
}

/**
 * Opens slots; one that is open at that time already stays as it is, and one that was withdrawn is open again. Answers
 * how many are new.
 */
export async function openSlots(db: CentreDb, centre: string, slots: readonly NewSlot[]): Promise<number> {
  if (slots.length === 0) return 0;
  const added = await db
    .insertInto('online_slot')
    .values(
      slots.map((slot) => ({
        centre_id: centre,
        slot_id: slot.slotId,
        starts_at: slot.startsAt,
        day: slot.day,
        duration_minutes: slot.durationMinutes,
        capacity: slot.capacity,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'starts_at', 'lane'])
        .doUpdateSet((is) => ({
          capacity: is.ref('excluded.capacity'),
          duration_minutes: is.ref('excluded.duration_minutes'),
        }))
        .where('online_slot.capacity', '=', 0),
    )
    .returning('slot_id')
    .execute();
  return added.length;
}

interface FreeRange {
  readonly after: Instant;
  readonly fromDay?: PlainDate | undefined;
  readonly toDay?: PlainDate | undefined;
  /** Of the days with a free place those that are wanted; all when left out. */
  readonly wanted?: (day: PlainDate) => boolean;
}

/**
 * Slots with a free place that begin after `after`, earliest first; of several lanes at one time the freest stands for
 * all. At most 2000, of the days that are wanted: however many are free on others.
 */
export async function freeSlots(db: CentreDb, range: FreeRange): Promise<OnlineSlot[]> {
  const { after, fromDay, toDay, wanted = () => true } = range;
  const isMeant = (day: PlainDate) => (!fromDay || day >= fromDay) && (!toDay || day <= toDay) && wanted(day);
  const days = (await daysWithFree(db, after)).filter(isMeant);
  const slots: OnlineSlot[] = [];
  for (let at = 0; at < days.length && slots.length < MOST_SLOTS; at += DAYS_AT_ONCE)
    slots.push(...(await freeSlotsOn(db, days.slice(at, at + DAYS_AT_ONCE), after)));
  return slots.slice(0, MOST_SLOTS);
}

const MOST_SLOTS = 2_000;
const DAYS_AT_ONCE = 14;

function asOneEach(slots: readonly OnlineSlot[]): OnlineSlot[] {
  const times = new Map<Instant, OnlineSlot>();
  for (const slot of slots) {
    const known = times.get(slot.startsAt);
    const [first, other] = known && known.free >= slot.free ? [known, slot] : [slot, known];
    times.set(slot.startsAt, other ? { ...first, free: first.free + other.free } : first);
  }
  return [...times.values()];
}

/** How many times with a free place there are after that moment. */
export async function countFreeSlots(db: CentreDb, after: Instant): Promise<number> {
  const { count } = await db
    .selectFrom('online_slot')
    .select((is) => is.fn.count<string>('starts_at').distinct().as('count'))
    .where('starts_at', '>', new Date(after))
    .where((is) => is(freePlaces, '>', 0))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The days with a free place that begins after that moment, earliest first, however many places there are. */
export async function daysWithFree(db: CentreDb, after: Instant): Promise<PlainDate[]> {
  const rows = await db
    .selectFrom('online_slot')
    .select(sql<string>`day::text`.as('day_text'))
    .distinct()
    .where('starts_at', '>', new Date(after))
    .where((is) => is(freePlaces, '>', 0))
    .orderBy('day_text')
    .execute();
  return rows.map((row) => row.day_text as PlainDate);
}

/** All free slots of these few days that begin after that moment, as `freeSlots` has them. */
export async function freeSlotsOn(
  db: CentreDb,
  days: readonly PlainDate[],
  after: Instant,
): Promise<OnlineSlot[]> {
  if (days.length === 0) return [];
  const query = slotQuery(db)
    .where('day', 'in', days)
    .where('starts_at', '>', new Date(after))
    .where((is) => is(freePlaces, '>', 0));
  return asOneEach((await query.orderBy('starts_at').execute()).map(fromRow));
}

export async function slotOf(db: CentreDb, slotId: string): Promise<OnlineSlot | undefined> {
  const row = await slotQuery(db).where('slot_id', '=', slotId).executeTakeFirst();
  return row && fromRow(row);
}

/** The slot, or one of another lane at the same time where it is full: whoever chose it chose the time. */
export async function freeSlotLike(db: CentreDb, slotId: string): Promise<OnlineSlot | undefined> {
  const slot = await slotOf(db, slotId);
  if (!slot?.lane || slot.free > 0) return slot;
  const row = await slotQuery(db)
    .where('starts_at', '=', new Date(slot.startsAt))
    .where('duration_minutes', '=', slot.durationMinutes)
    .where((is) => is(freePlaces, '>', 0))
    .orderBy('lane')
    .executeTakeFirst();
  return row ? fromRow(row) : slot;
}

/** The last day to come on which places are offered, full or not: none that were closed or withdrawn since. */
export async function lastOpenDay(db: CentreDb, after: Instant): Promise<PlainDate | undefined> {
  const row = await db
    .selectFrom('online_slot')
    .select(sql<string | null>`max(day)::text`.as('day'))
    .where('starts_at', '>', new Date(after))
    .where('capacity', '>', 0)
    .executeTakeFirst();
  return (row?.day ?? undefined) as PlainDate | undefined;
}

/** Takes one place; answers false when there is none. Of two at once for the last place one gets it. */
export async function takePlace(db: CentreDb, slotId: string): Promise<boolean> {
  const taken = await db
    .updateTable('online_slot')
    .set({ taken: sql<number>`taken + 1` })
    .where('slot_id', '=', slotId)
    .where((is) => is(freePlaces, '>', 0))
    .returning('slot_id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** A date of which headquarters knows, and the online place that it holds. */
export interface Booking {
  readonly appointmentId: string;
  readonly personId: string;
  /** Undefined where it holds none: a desk booked, moved or cancelled the date, or the citizen cancelled it. */
  readonly slotId: string | undefined;
}

export async function keepBooking(db: CentreDb, centre: string, booking: Booking): Promise<void> {
  await db
    .insertInto('booking')
    .values({
      centre_id: centre,
      appointment_id: booking.appointmentId,
      person_id: booking.personId,
      slot_id: booking.slotId ?? null,
    })
    .execute();
}

/** The booking of a date, over or not; held until COMMIT, so that it is moved or cancelled once. */
export async function holdBooking(db: CentreDb, appointmentId: string): Promise<Booking | undefined> {
  const row = await db
    .selectFrom('booking')
    .selectAll()
    .where('appointment_id', '=', appointmentId)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      appointmentId: row.appointment_id,
      personId: row.person_id,
      slotId: row.slot_id ?? undefined,
    }
  );
}

/** The same for a date of that person that may have been booked at a desk: one that is new here holds no place. */
export async function holdDate(
  db: CentreDb,
  centre: string,
  date: Pick<Booking, 'appointmentId' | 'personId'>,
): Promise<Booking | undefined> {
  await db
    .insertInto('booking')
    .values({
      centre_id: centre,
      appointment_id: date.appointmentId,
      person_id: date.personId,
      slot_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const booking = await holdBooking(db, date.appointmentId);
  return booking?.personId === date.personId ? booking : undefined;
}

/**
 * Gives a date that place for the one that it holds, if any; answers false when it is taken: the transaction is to be
 * rolled back then. In one order for everybody, so that of two who change places neither waits for the other.
 */
export async function moveBooking(db: CentreDb, booking: Booking, to: string): Promise<boolean> {
  const from = booking.slotId;
  if (from !== undefined && from < to) await freePlace(db, from);
  if (!(await takePlace(db, to))) return false;
  if (from !== undefined && from >= to) await freePlace(db, from);
  await keepPlace(db, booking, to);
  return true;
}

/** Frees the place that a date holds, if any: it was cancelled, or moved to a place that is none of these. */
export async function leavePlace(db: CentreDb, booking: Booking): Promise<void> {
  if (booking.slotId === undefined) return;
  await freePlace(db, booking.slotId);
  await keepPlace(db, booking, null);
}

async function freePlace(db: CentreDb, slotId: string): Promise<void> {
  await db
    .updateTable('online_slot')
    .set({ taken: sql<number>`taken - 1` })
    .where('slot_id', '=', slotId)
    .where('taken', '>', 0)
    .execute();
}

async function keepPlace(db: CentreDb, { appointmentId }: Booking, slotId: string | null): Promise<void> {
  await db
    .updateTable('booking')
    .set({ slot_id: slotId })
    .where('appointment_id', '=', appointmentId)
    .execute();
}

/** The share that is not taken, and of a lane no more than the desk has left. */
const freePlaces = sql<number>`CASE WHEN places IS NULL THEN capacity - taken ELSE least(
  capacity - taken,
  places - taken - (SELECT count(*)::int FROM desk_date
    WHERE desk_date.centre_id = online_slot.centre_id AND desk_date.starts_at = online_slot.starts_at
      AND desk_date.lane = online_slot.lane)) END`;

function slotQuery(db: CentreDb) {
  return db
    .selectFrom('online_slot')
    .selectAll()
    .select([sql<string>`day::text`.as('day_text'), freePlaces.as('free_places')]);
}

function fromRow(
  row: Selectable<Schema['online_slot']> & { day_text: string; free_places: number },
): OnlineSlot {
  return {
    slotId: row.slot_id,
    startsAt: instantOf(row.starts_at.getTime()),
    day: row.day_text as PlainDate,
    durationMinutes: row.duration_minutes,
    free: Math.max(0, row.free_places),
    ...(row.lane === '' ? {} : { lane: row.lane as LaneId }),
  };
}
