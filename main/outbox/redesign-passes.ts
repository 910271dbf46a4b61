import { setImmediate } from 'node:timers/promises';
import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { decideRedesign } from '../../domain/passes/pass.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import type { OutboxItem } from '../store/outbox/outbox.ts';
import { stateOfPass } from '../store/tables/passes/passes-in-order.ts';
import { passesBefore } from '../store/tables/templates/templates.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';

/** What is queued to bring all valid passes to a version. */
export interface RedesignPayload {
  readonly version: number;
  readonly message?: Bilingual | undefined;
}

/** So few at a time that nobody at the desk feels it. */
const CHUNK = 10;

/**
 * Brings the next few passes to the version and queues itself again, in one transaction: stopped at any moment,
 * it goes on with those that are left. Signing them is bulk work of the signing lane.
 */
export async function redesignPasses(
  station: Writes,
  { subject, payload }: OutboxItem,
  { version, message }: RedesignPayload,
): Promise<OutboxOutcome> {
  await setImmediate(); // whoever asks at the desk comes first
  const { db, now } = station;
  const template = station.templates.ofVersion(version);
  db.transact(() => {
    const passes = passesBefore(db, version, CHUNK);
    if (passes.length === 0) return;
    const drafts = passes.flatMap((pass) =>
      decideRedesign(stateOfPass(pass), template, message).map((event) => ({
        stream: pass.person_id,
        actor: 'outbox' as const,
        occurredAt: now(),
        event,
      })),
    );
    commit(station, drafts, { outbox: [{ kind: 'redesign-passes', subject, payload, priority: 'bulk' }] });
  });
  return { kind: 'done' };
}
