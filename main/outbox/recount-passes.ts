import { setImmediate } from 'node:timers/promises';
import { CENTRE_STREAM } from '../../domain/appointments/slot-events.ts';
import { decideUpdate } from '../../domain/passes/pass.ts';
import type { ConfirmedSchedule } from '../../domain/schedules/activate-schedule.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import { plannedDosesNow } from '../queries/passes/planned-doses.ts';
import type { ReadableDb } from '../store/database.ts';
import { historyOf } from '../store/event-log/read-events.ts';
import type { OutboxItem } from '../store/outbox/outbox.ts';
import { passesFrom, stateOfPass } from '../store/tables/passes/passes-in-order.ts';
import { confirmedSchedules } from '../store/tables/schedules/centre-schedules.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';

/** Which confirmation passes are brought to, and after which pass it goes on. */
export interface RecountPayload extends ConfirmedSchedule {
  readonly group: string;
  /** The id of the event; absent in work that was queued before that was kept: then the last one is meant. */
  readonly confirmation?: string | undefined;
  readonly after?: string | undefined;
}

/** So few at a time that nobody at the desk feels it. */
const CHUNK = 10;

/**
 * Updates those of the next few passes that count another number of doses since the schedule was confirmed, silently, and
 * queues itself again, in one transaction: stopped at any moment, it goes on with those that are left.
 */
export async function recountPasses(
  station: Writes,
  { subject }: OutboxItem,
  { after, ...activated }: RecountPayload,
): Promise<OutboxOutcome> {
  await setImmediate(); // whoever asks at the desk comes first
  const { db, now } = station;
  db.transact(() => {
    const passes = passesFrom(db, after ?? '', CHUNK);
    const last = passes.at(-1);
    if (!last) return;
    const { before, since } = aroundActivation(db, activated);
    const drafts = passes
      .filter(({ person_id }) => {
        const counted = plannedDosesNow(station, person_id);
        return counted !== undefined && counted(before) !== counted(since);
      })
      .flatMap((pass) =>
        decideUpdate(stateOfPass(pass), stateOfPass(pass).doses).map((event) => ({
          stream: pass.person_id,
          actor: 'outbox' as const,
          occurredAt: now(),
          event,
        })),
      );
    const payload = { ...activated, after: last.pass_id };
    commit(station, drafts, {
      outbox: [{ kind: 'recount-passes', subject, payload, priority: 'bulk' }],
      bulk: {},
    });
  });
  return { kind: 'done' };
}

/** What is confirmed, but for this vaccination: what was before it was activated, and what was from then on. */
function aroundActivation(
  db: ReadableDb,
  { group, book, version, confirmation }: Omit<RecountPayload, 'after'>,
) {
  const activations = historyOf(db, CENTRE_STREAM).flatMap(({ id, event }) =>
    event.type === 'ScheduleVersionActivated' && event.data.group === group ? [{ ...event.data, id }] : [],
  );
  const at = activations.findLastIndex((each) =>
    confirmation === undefined ? each.book === book && each.version === version : each.id === confirmation,
  );
  const others = [...confirmedSchedules(db)].filter(([name]) => name !== group);
  const previous = activations[at - 1];
  const before = new Map<string, ConfirmedSchedule>(previous ? [...others, [group, previous]] : others);
  return { before, since: new Map<string, ConfirmedSchedule>([...others, [group, { book, version }]]) };
}
