import { sql } from 'kysely';
import { type Booking, freeSlotLike, moveBooking, type OnlineSlot, takePlace } from './online-slots.ts';
import type { CentreDb } from './open-databases.ts';

/** More than a centre has lanes that many take at once. */
const MOST_TRIES = 10;

/**
 * Takes a place of each, or, where somebody was faster, of another lane at that time. In one order for everybody, so
 * that two bookings never wait for each other. Answers which places they became; undefined where one is full: the
 * transaction is to be rolled back then.
 */
export function takePlaces(
  db: CentreDb,
  wanted: readonly OnlineSlot[],
): Promise<readonly OnlineSlot[] | undefined> {
  return takeOrAlike(db, wanted, async (places) => {
    for (const { slotId } of places.toSorted((one, other) => (one.slotId < other.slotId ? -1 : 1)))
      if (!(await takePlace(db, slotId))) return false;
    return true;
  });
}

/** The same for a date that gives up the place that it holds, if any. */
export async function movePlace(
  db: CentreDb,
  booking: Booking,
  to: OnlineSlot,
): Promise<OnlineSlot | undefined> {
  const taken = await takeOrAlike(
    db,
    [to],
    async ([place]) => place !== undefined && moveBooking(db, booking, place.slotId),
  );
  return taken?.[0];
}

/** Whoever chose a place chose the time (docs/decisions/0079): as long as a lane is free then, it is theirs. */
async function takeOrAlike(
  db: CentreDb,
  wanted: readonly OnlineSlot[],
  take: (places: readonly OnlineSlot[]) => Promise<boolean>,
): Promise<readonly OnlineSlot[] | undefined> {
  let places = wanted;
  for (let triesLeft = MOST_TRIES; triesLeft > 0; triesLeft -= 1) {
    await sql`SAVEPOINT places`.execute(db);
    if (await take(places)) return places;
    // What was taken of them is let go, so that the next are taken in one order again.
    await sql`ROLLBACK TO SAVEPOINT places`.execute(db);
    const alike: OnlineSlot[] = [];
    for (const { slotId } of places) alike.push(...[await freeSlotLike(db, slotId)].filter(isFree));
    if (alike.length < places.length) return undefined;
    places = alike;
  }
  return undefined;
}

function isFree(slot: OnlineSlot | undefined): slot is OnlineSlot {
  return slot !== undefined && slot.free > 0;
}
