import type { AppointmentId, PersonId } from '../../../domain/kernel/ids.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { type FedEvent, ownStationOf } from '../../store/feed.ts';
import { type Booking, holdBooking, leavePlace, slotOf } from '../../store/online-slots.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { loadPerson } from '../passes/person-history.ts';

/**
 * Frees the online places of dates that a desk cancelled or moved: what citizens do themselves frees them at once. By
 * what all say together: a date that was moved back to its place in the meantime keeps it. One that was moved stays a
 * booking, without a place: its holder may still move or cancel it.
 */
export async function freePlacesLeft(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  fed: readonly FedEvent[],
): Promise<void> {
  const left: PlaceHeld[] = [];
  for (const { event } of fed) {
    if (event.station === ownStationOf(centre.id)) continue;
    if (event.type !== 'AppointmentCancelled' && event.type !== 'AppointmentMoved') continue;
    const { appointmentId } = JSON.parse(event.data) as { readonly appointmentId?: AppointmentId };
    const booking = appointmentId && (await holdBooking(db, appointmentId));
    const isKnown = left.some((each) => each.appointmentId === appointmentId);
    if (!booking || isKnown || !holdsPlace(booking)) continue;
    if (!(await isKept(headquarters, db, centre, booking))) left.push(booking);
  }
  // Bookings before places, and those in one order: as everybody else takes them.
  const inOneOrder = left.toSorted((one, other) => (one.slotId < other.slotId ? -1 : 1));
  for (const booking of inOneOrder) await leavePlace(db, booking);
}

type PlaceHeld = Booking & { readonly slotId: string };

function holdsPlace(booking: Booking): booking is PlaceHeld {
  return booking.slotId !== undefined;
}

async function isKept(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { appointmentId, personId, slotId }: PlaceHeld,
): Promise<boolean> {
  const { appointments } = await loadPerson(headquarters, db, centre.id, personId as PersonId);
  const date = appointments.appointments.find((each) => each.appointmentId === appointmentId);
  const slot = await slotOf(db, slotId);
  const isThere = date?.startsAt === slot?.startsAt && (!slot?.lane || date?.lane === slot.lane);
  return date !== undefined && date.status !== 'cancelled' && isThere;
}
