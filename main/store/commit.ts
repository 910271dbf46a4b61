import { projectEvent } from '../../domain/projections/project-event.ts';
import type { RecordedEvent } from '../../domain/station-event.ts';
import type { WritableDb } from './database.ts';
import { appendEvents, type EventDraft, type LogWriter } from './event-log/append-events.ts';
import { googleWork } from './outbox/google-work.ts';
import { enqueue, type OutboxDraft } from './outbox/outbox.ts';
import { applyChanges } from './projections/apply-changes.ts';

/** Events, what they change in the read models, and the work they cause: written together or not at all. */
export function commit(
  db: WritableDb,
  writer: LogWriter,
  drafts: readonly EventDraft[],
  outbox: readonly OutboxDraft[] = [],
): RecordedEvent[] {
  return db.transact(() => {
    const recorded = appendEvents(db, writer, drafts);
    for (const event of recorded) applyChanges(db, projectEvent(event));
    enqueue(db, writer.now(), [...outbox, ...googleWork(db, recorded)]);
    return recorded;
  });
}
