import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { ConsentChannel } from '../../../../domain/people/events.ts';
import type { ReadableDb } from '../../database.ts';

export interface ConsentRow {
  readonly channel: ConsentChannel;
  readonly is_given: 0 | 1;
  readonly recorded_at: Instant;
  readonly actor: string;
}

/** What the person said last, for each channel they were ever asked about. */
export function consentsOf(db: ReadableDb, personId: string): ConsentRow[] {
  return db.all<ConsentRow>(
    'SELECT channel, is_given, recorded_at, actor FROM consent WHERE person_id = ? ORDER BY channel',
    personId,
  );
}

/** Whether messages may be sent on that channel: nobody who was never asked consents. */
export function consentsTo(db: ReadableDb, personId: string, channel: ConsentChannel): boolean {
  return consentsOf(db, personId).some((row) => row.channel === channel && row.is_given === 1);
}
