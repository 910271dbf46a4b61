import type { AnnouncedField } from '../../../domain/passes/events.ts';
import { decideUpdate } from '../../../domain/passes/pass.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { feedAfter } from '../../store/feed.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { changePass, movePassCursor, passCursor, validPassesOf } from '../../store/passes.ts';
import { planReminder } from '../messages/plan-messages.ts';
import { doseStateOf } from './pass-facts.ts';
import { loadPerson } from './person-history.ts';
import { recordEvents } from './record-events.ts';

/** Which field a pass announces after what happened; the dose counts more than the date. */
const announcedBy: Readonly<Record<string, AnnouncedField | 'silent'>> = {
  DoseAdministered: 'dose-count',
  DoseVoided: 'dose-count',
  DosesElsewhereCounted: 'dose-count',
  AppointmentMoved: 'next-appointment',
  AppointmentCancelled: 'next-appointment',
  AppointmentBooked: 'next-appointment',
  PersonCorrected: 'silent',
};

const AT_ONCE = 200;

/**
 * Follows a centre's feed and decides which passes say something new: headquarters is the only one that does. Answers
 * how many events were looked at. Call it in one transaction: cursor, events and passes move together.
 */
export async function updatePasses(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
): Promise<number> {
  const after = await passCursor(db);
  const fed = await feedAfter(db, after, AT_ONCE);
  const last = fed.at(-1);
  if (!last) return 0;
  const changes = new Map<string, AnnouncedField | 'silent'>();
  for (const { event } of fed) {
    // A pass that a client asks for says at once what was booked with it.
    if (event.type === 'PassIssued' && event.actor.startsWith('api.')) changes.delete(event.stream);
    const announced = announcedBy[event.type];
    if (!announced || isOwnBooking(event.type, event.actor)) continue;
    if (changes.get(event.stream) !== 'dose-count') changes.set(event.stream, announced);
  }
  for (const pass of await validPassesOf(db, [...changes.keys()])) {
    const known = await loadPerson(headquarters, db, centre.id, pass.personId);
    const field = changes.get(pass.personId);
    const announced = field === 'silent' ? undefined : field;
    const events = decideUpdate(known.pass, doseStateOf(known), announced);
    const [updated] = events;
    if (!updated) continue;
    await recordEvents(headquarters, db, {
      centre: centre.id,
      stream: pass.personId,
      actor: 'headquarters',
      events,
    });
    const { revision } = updated.data;
    await changePass(db, centre.id, pass, { revision, announced }, headquarters.now());
  }
  for (const stream of changes.keys()) await planReminder(headquarters, db, centre, stream);
  await movePassCursor(db, centre.id, last.position);
  return fed.length;
}

/** The dates that a pass was issued with are on it already. */
function isOwnBooking(type: string, actor: string): boolean {
  return type === 'AppointmentBooked' && actor === 'citizen';
}
