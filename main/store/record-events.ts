import { projectEvent } from '../../domain/projections/project-event.ts';
import type { RecordedEvent } from '../../domain/station-event.ts';
import type { WritableDb } from './database.ts';
import { appendEvents, type EventDraft, type LogWriter } from './event-log/append-events.ts';
import { applyChanges } from './projections/apply-changes.ts';

/** Appends events to this station's chain with what they change in the read models. Call it inside a transaction. */
export function recordEvents(
  db: WritableDb,
  writer: LogWriter,
  drafts: readonly EventDraft[],
): RecordedEvent[] {
  const recorded = appendEvents(db, writer, drafts);
  projectEvents(db, recorded);
  return recorded;
}

/** Events that stand in the log, also those received from elsewhere: what they change in the read models, no more. */
export function projectEvents(db: WritableDb, recorded: readonly RecordedEvent[]): void {
  for (const event of recorded) applyChanges(db, projectEvent(event));
}
