import { type Selectable, sql } from 'kysely';
import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { daysBetween, daysFrom, type PlainDate } from '../../domain/kernel/plain-date.ts';
import type { CentreDb } from './open-databases.ts';
import type { Schema } from './schema.ts';

const MOST_DAYS_NAMED = 31;

/** Whose appointment lies on one of these days; everybody with a valid pass when left out. */
export interface Audience {
  readonly days?: { readonly from: PlainDate; readonly to: PlainDate } | undefined;
}

export interface CentreMessage extends Audience {
  readonly id: string;
  readonly words: Bilingual;
  readonly actor: string;
  readonly createdAt: Instant;
  /** The last pass that was looked at. */
  readonly reachedPass: string;
  readonly written: number;
  /** Of them, for how many a mail was planned. */
  readonly mails: number;
  /** A station ordered it, and is told what became of it. */
  readonly isOrdered: boolean;
  readonly isDone: boolean;
}

export type NewMessage = Pick<CentreMessage, 'id' | 'words' | 'days' | 'actor' | 'createdAt'> &
  Partial<Pick<CentreMessage, 'isOrdered'>>;

/** The same id is taken once: a form that was sent twice is one message. */
export async function addMessage(db: CentreDb, centre: string, message: NewMessage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('centre_message')
    .values({
      centre_id: centre,
      message_id: message.id,
      words: JSON.stringify(message.words),
      from_day: message.days?.from ?? null,
      to_day: message.days?.to ?? null,
      actor: message.actor,
      created_at: message.createdAt,
      is_ordered: message.isOrdered ?? false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  await sql`SELECT pg_notify('fed', ${centre})`.execute(db);
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function messageOf(db: CentreDb, id: string): Promise<CentreMessage | undefined> {
  const row = await messages(db).where('message_id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Newest first. */
export async function messagesOf(db: CentreDb, limit: number): Promise<CentreMessage[]> {
  const rows = await messages(db).orderBy('created_at', 'desc').limit(limit).execute();
  return rows.map(fromRow);
}

/** The oldest that is under way, of those to everybody alone or of all, held until COMMIT. */
export async function holdOpenMessage(
  db: CentreDb,
  { evenAboutDays }: { readonly evenAboutDays: boolean },
): Promise<CentreMessage | undefined> {
  const open = messages(db).where('done_at', 'is', null);
  const row = await (evenAboutDays ? open : open.where('from_day', 'is', null))
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function moveMessage(
  db: CentreDb,
  id: string,
  {
    reachedPass,
    written,
    mails,
    doneAt,
  }: { reachedPass: string; written: number; mails: number; doneAt?: Instant | undefined },
): Promise<void> {
  await db
    .updateTable('centre_message')
    .set({
      reached_pass: reachedPass,
      written: sql<number>`written + ${written}`,
      mails: sql<number>`mails + ${mails}`,
      ...(doneAt ? { done_at: doneAt } : {}),
    })
    .where('message_id', '=', id)
    .execute();
}

/**
 * Valid passes after one, by their ids, that may belong to the audience: of those with an appointment it is looked at
 * afterwards whether it still is on that day.
 */
export async function passesFor(
  db: CentreDb,
  { days }: Audience,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('pass')
    .select('pass_id')
    .where('is_voided', '=', false)
    .where('pass_id', '>', after)
    .orderBy('pass_id')
    .limit(limit);
  if (days) {
    const pattern = `"day":"(${daysNamed(days)})"`;
    query = query.where((is) =>
      is.exists(
        is
          .selectFrom('received_event')
          .select('seq')
          .whereRef('received_event.stream', '=', 'pass.person_id')
          .where('received_event.type', 'in', ['AppointmentBooked', 'AppointmentMoved'])
          .where(sql<boolean>`received_event.data ~ ${pattern}`),
      ),
    );
  }
  return (await query.execute()).map(({ pass_id }) => pass_id);
}

/** Of a long period any day: which of them it is, is looked at with the person. */
function daysNamed({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): string {
  return daysBetween(from, to) > MOST_DAYS_NAMED ? '[0-9-]+' : daysFrom(from, to).join('|');
}

function messages(db: CentreDb) {
  return db
    .selectFrom('centre_message')
    .selectAll()
    .select([
      sql<string | null>`from_day::text`.as('from_text'),
      sql<string | null>`to_day::text`.as('to_text'),
    ]);
}

function fromRow(
  row: Selectable<Schema['centre_message']> & { from_text: string | null; to_text: string | null },
): CentreMessage {
  const { from_text: from, to_text: to } = row;
  return {
    id: row.message_id,
    words: row.words,
    ...(from !== null && to !== null ? { days: { from: from as PlainDate, to: to as PlainDate } } : {}),
    actor: row.actor,
    createdAt: instantOf(row.created_at.getTime()),
    reachedPass: row.reached_pass,
    written: row.written,
    mails: row.mails,
    isOrdered: row.is_ordered,
    isDone: row.done_at !== null,
  };
}
