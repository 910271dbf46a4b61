import { decideCancel } from '../../../domain/appointments/change-appointment.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Topic } from '../../../domain/kernel/topic.ts';
import { commit } from '../../commit/commit.ts';
import { loadPerson } from '../../histories/person-history.ts';
import { inSlices } from '../../import/in-slices.ts';
import type { Station } from '../../station.ts';
import type { WritableDb } from '../../store/database.ts';
import { type Closing, keepSetting, removeSetting, settingOf } from '../../store/settings.ts';
import type { StreamEvents } from '../run-command.ts';

type ClosedDate = Closing['dates'][number];

/** So many at once: a step stays far below what anybody at the desk would notice. */
const STEP_DATES = 10;

const running = new WeakMap<WritableDb, { isStopped: boolean; done: Promise<void> }>();

/** The end of one date that a closing cancels; nothing for somebody who came, moved or cancelled meanwhile. */
export function cancelled(
  { db }: Station,
  day: PlainDate,
  { appointmentId, personId }: ClosedDate,
): StreamEvents[] {
  const known = loadPerson(db, personId);
  const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
  if (date?.status !== 'booked' || date.day !== day) return [];
  const decided = decideCancel(known.appointments, { appointmentId, personId, reason: 'day-closed' });
  if (!decided.ok) throw new Error(`an expected date cannot be cancelled: ${decided.refusal}`);
  return [{ stream: personId, events: decided.value }];
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
  const { db } = station;
  let at = 0;
  let closing: Closing | undefined;
  const changed = new Set<Topic>();
  return () => {
    if (work.isStopped) return false;
    closing ??= settingOf(db, 'closings')?.[0];
    if (!closing) return false;
    const { day, actor, dates } = closing;
    const step = dates.slice(at, at + STEP_DATES);
    at += step.length;
    const isLast = at >= dates.length;
    const { topics } = db.transact(() => {
      const occurredAt = station.now();
      const drafts = step
        .flatMap((date) => cancelled(station, day, date))
        .flatMap(({ stream, events }) => events.map((event) => ({ stream, actor, occurredAt, event })));
      if (isLast) dropFirst(db);
      return commit(station, drafts);
    });
    for (const topic of topics) changed.add(topic);
    if (!isLast) return true;
    station.announce([...changed]);
    [at, closing] = [0, undefined];
    changed.clear();
    return true;
  };
}

function dropFirst(db: WritableDb): void {
  const [, ...others] = settingOf(db, 'closings') ?? [];
  if (others.length > 0) keepSetting(db, 'closings', others);
  else removeSetting(db, 'closings');
}
