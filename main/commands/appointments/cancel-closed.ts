import { decideCancel } from '../../../domain/appointments/change-appointment.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { passUpdate } from '../../follow-ups/appointment-effects.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { inSlices } from '../../import/in-slices.ts';
import { messageDraft } from '../../outbox/message-draft.ts';
import type { Station } from '../../station.ts';
import { commit } from '../../store/commit.ts';
import type { WritableDb } from '../../store/database.ts';
import type { OutboxDraft } from '../../store/outbox/outbox.ts';
import { type Closing, keepSetting, removeSetting, settingOf } from '../../store/settings.ts';
import type { StreamEvents } from '../run-command.ts';
import { offerFreePlaces } from './offer-free-places.ts';

type ClosedDate = Closing['dates'][number];

/** So many at once: a step stays far below what anybody at the desk would notice. */
const STEP_DATES = 10;

const running = new WeakMap<WritableDb, { isStopped: boolean; done: Promise<void> }>();

/** Events and work of one date that a closing cancels; nothing for somebody who came, moved or cancelled meanwhile. */
export function cancelled(
  { db }: Station,
  day: PlainDate,
  { appointmentId, personId }: ClosedDate,
): { readonly stream?: StreamEvents; readonly outbox: readonly OutboxDraft[] } {
  const known = loadPerson(db, personId);
  const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
  if (date?.status !== 'booked' || date.day !== day) return { outbox: [] };
  const decided = decideCancel(known.appointments, { appointmentId, personId, reason: 'day-closed' });
  if (!decided.ok) throw new Error(`an expected date cannot be cancelled: ${decided.refusal}`);
  const pass = passUpdate(known, 'next-appointment');
  return {
    stream: { stream: personId, events: [...decided.value, ...pass.events] },
    outbox: [...pass.outbox, messageDraft(personId, 'day-closed', appointmentId)],
  };
}

/** Notes what a closing leaves to do. Call it in the transaction that decides the closing. */
export function keepClosing({ db }: Station, closing: Closing): void {
  keepSetting(db, 'closings', [...(settingOf(db, 'closings') ?? []), closing]);
}

/**
 * Cancels what closings have left to do, in slices beside the desk. What a kill or a stop interrupts goes on at the
 * next start: a date that is cancelled already is passed over.
 */
export function finishClosings(station: Station): void {
  if (running.has(station.db) || !settingOf(station.db, 'closings')?.length) return;
  const work = { isStopped: false, done: Promise.resolve() };
  running.set(station.db, work);
  work.done = inSlices(stepOf(station, work))
    .catch((error: unknown) => {
      station.log.problem('closing-stopped', error); // a full disk, a locked store: the next start goes on
    })
    .finally(() => running.delete(station.db));
}

/** Ends after the step in hand. */
export async function stopClosings(station: Station): Promise<void> {
  const work = running.get(station.db);
  if (!work) return;
  work.isStopped = true;
  await work.done;
}

/** Once nothing is left to cancel. */
export async function closingsDone(station: Station): Promise<void> {
  await running.get(station.db)?.done;
}

function stepOf(station: Station, work: { isStopped: boolean }): () => boolean {
  const { db, writer } = station;
  let at = 0;
  let closing: Closing | undefined;
  return () => {
    if (work.isStopped) return false;
    closing ??= settingOf(db, 'closings')?.[0];
    if (!closing) return false;
    const { day, actor, dates } = closing;
    const step = dates.slice(at, at + STEP_DATES);
    at += step.length;
    const isLast = at >= dates.length;
    db.transact(() => {
      const made = step.map((date) => cancelled(station, day, date));
      const occurredAt = station.now();
      const drafts = made.flatMap(({ stream }) =>
        stream ? stream.events.map((event) => ({ stream: stream.stream, actor, occurredAt, event })) : [],
      );
      if (drafts.length > 0)
        commit(
          db,
          writer,
          drafts,
          made.flatMap(({ outbox }) => outbox),
        );
      if (isLast) dropFirst(db);
    });
    if (!isLast) return true;
    [at, closing] = [0, undefined];
    station.announce(['desk', 'passes', 'appointments', 'board']);
    offerFreePlaces(station);
    return true;
  };
}

function dropFirst(db: WritableDb): void {
  const [, ...others] = settingOf(db, 'closings') ?? [];
  if (others.length > 0) keepSetting(db, 'closings', others);
  else removeSetting(db, 'closings');
}
