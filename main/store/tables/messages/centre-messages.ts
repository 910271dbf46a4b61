import type { Bilingual } from '../../../../domain/kernel/bilingual.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { CentreMessageSettled } from '../../../../domain/messages/events.ts';
import type { MessageDays } from '../../../../domain/messages/message-days.ts';
import type { ReadableDb } from '../../database.ts';

export interface KeptCentreMessage {
  readonly messageId: string;
  readonly words: Bilingual;
  readonly days: MessageDays;
  readonly orderedAt: Instant;
  readonly orderedBy: string;
  /** Where the order stands in its chain. */
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  /** Undefined until headquarters has told. */
  readonly settled?: Pick<CentreMessageSettled['data'], 'outcome' | 'passes' | 'mails'>;
}

interface CentreMessageRow {
  readonly message_id: string;
  readonly words: string;
  readonly from_day: PlainDate;
  readonly to_day: PlainDate | null;
  readonly ordered_at: Instant;
  readonly ordered_by: string;
  readonly station_id: string;
  readonly epoch: number;
  readonly seq: number;
  readonly outcome: CentreMessageSettled['data']['outcome'] | null;
  readonly passes: number | null;
  readonly mails: number | null;
}

/** Newest first. */
export function centreMessages(db: ReadableDb, limit: number): KeptCentreMessage[] {
  return db
    .all<CentreMessageRow>(
      `SELECT message_id, words, from_day, to_day, ordered_at, ordered_by, station_id, epoch, seq, outcome, passes, mails
        FROM centre_message ORDER BY ordered_at DESC, message_id LIMIT ?`,
      limit,
    )
    .map((row) => ({
      messageId: row.message_id,
      words: JSON.parse(row.words),
      days: { from: row.from_day, ...(row.to_day === null ? {} : { to: row.to_day }) },
      orderedAt: row.ordered_at,
      orderedBy: row.ordered_by,
      station: row.station_id,
      epoch: row.epoch,
      seq: row.seq,
      ...(row.outcome === null
        ? {}
        : { settled: { outcome: row.outcome, passes: row.passes ?? 0, mails: row.mails ?? 0 } }),
    }));
}

export interface ReachedNow {
  readonly passes: number;
  /** Of them, who agreed to mails and has an address. */
  readonly mails: number;
}

/** Whose pass a message to these days would be written onto, by what is known here: nobody restricted or erased. */
export function reachedByMessage(db: ReadableDb, { from, to }: MessageDays): ReachedNow {
  const row = db.first<{ passes: number; mails: number | null }>(
    `SELECT count(*) AS passes, sum(mailed) AS mails FROM (
      SELECT p.person_id, coalesce(json_extract(p.details, '$.email'), '') <> '' AND EXISTS (
          SELECT 1 FROM consent c WHERE c.person_id = p.person_id AND c.channel = 'email' AND c.is_given = 1
        ) AS mailed
      FROM person p
      WHERE p.status = 'registered'
        AND EXISTS (SELECT 1 FROM pass WHERE pass.person_id = p.person_id AND pass.status = 'valid')
        AND EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = p.person_id AND a.status = 'booked'
          AND a.day >= ? AND a.day <= ?))`,
    from,
    to ?? '9999-12-31',
  );
  return { passes: row?.passes ?? 0, mails: row?.mails ?? 0 };
}
