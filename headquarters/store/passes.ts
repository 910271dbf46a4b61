import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { PassId, PersonId } from '../../domain/kernel/ids.ts';
import { epochMsOf, type Instant, instantOf } from '../../domain/kernel/instant.ts';
import type { AnnouncedField } from '../../domain/passes/events.ts';
import type { CentreDb } from './open-databases.ts';
import type { PassRow, Schema } from './schema.ts';

export interface KeptPass {
  readonly passId: PassId;
  readonly personId: PersonId;
  readonly keyId: number;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly revision: number;
  readonly isVoided: boolean;
  readonly announced: AnnouncedField | 'message' | undefined;
  readonly message: Bilingual | undefined;
  /** The count of the centre's changes when this pass changed last. */
  readonly change: number;
  /** In whole seconds; later than at the change before. */
  readonly changedAt: Instant;
}

export async function passOf(db: CentreDb, passId: string): Promise<KeptPass | undefined> {
  const row = await db.selectFrom('pass').selectAll().where('pass_id', '=', passId).executeTakeFirst();
  return row && fromRow(row);
}

/** The same, held until COMMIT: whoever changes the pass too waits. */
export async function holdPass(db: CentreDb, passId: string): Promise<KeptPass | undefined> {
  const row = await db
    .selectFrom('pass')
    .selectAll()
    .where('pass_id', '=', passId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The newest pass of each person that is not void. */
export async function validPassesOf(db: CentreDb, people: readonly string[]): Promise<KeptPass[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom('pass')
    .selectAll()
    .where('person_id', 'in', people)
    .where('is_voided', '=', false)
    .execute();
  return rows.map(fromRow);
}

/** Who has a valid pass, some people after the other, by their ids. */
export async function peopleWithPasses(
  db: CentreDb,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('pass')
    .select('person_id')
    .distinct()
    .where('is_voided', '=', false)
    .where('person_id', '>', after)
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

/** Valid passes after that one, by their ids. */
export async function passesInOrder(
  db: CentreDb,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<KeptPass[]> {
  const rows = await db
    .selectFrom('pass')
    .selectAll()
    .where('is_voided', '=', false)
    .where('pass_id', '>', after)
    .orderBy('pass_id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** How many passes somebody ever had, as far as they are kept here. */
export async function countPasses(db: CentreDb, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('pass')
    .select((is) => is.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Passes that are new or say something new since the centre's change `after`, in that order. */
export async function passesAfter(db: CentreDb, after: number): Promise<KeptPass[]> {
  const rows = await db
    .selectFrom('pass')
    .selectAll()
    .where('change', '>', after)
    .orderBy('change')
    .execute();
  return rows.map(fromRow);
}

export type NewPass = Pick<KeptPass, 'passId' | 'personId' | 'keyId' | 'templateId' | 'templateVersion'>;

export async function addPass(db: CentreDb, centre: string, pass: NewPass, now: Instant): Promise<void> {
  const change = await nextChange(db, centre);
  await db
    .insertInto('pass')
    .values({
      centre_id: centre,
      pass_id: pass.passId,
      person_id: pass.personId,
      key_id: pass.keyId,
      template_id: pass.templateId,
      template_version: pass.templateVersion,
      revision: 0,
      is_voided: false,
      announced: null,
      message: null,
      change,
      changed_at: wholeSecond(now),
    })
    .execute();
}

export interface PassChange {
  readonly revision: number;
  readonly announced?: AnnouncedField | 'message';
  readonly message?: Bilingual;
  readonly isVoided?: boolean;
  readonly templateVersion?: number;
}

/** Notes that a pass says something new; phones that have it are told by whoever looks for changes. */
export async function changePass(
  db: CentreDb,
  centre: string,
  pass: KeptPass,
  { revision, announced, message, isVoided, templateVersion }: PassChange,
  now: Instant,
): Promise<void> {
  // The row before the counter, as everybody: of two who change passes neither waits for what the other holds.
  await holdPass(db, pass.passId);
  const change = await nextChange(db, centre);
  const earliest = instantOf(epochMsOf(pass.changedAt) + 1000);
  const changedAt = wholeSecond(now) > earliest ? wholeSecond(now) : earliest;
  await db
    .updateTable('pass')
    .set({
      revision,
      announced: announced ?? null,
      ...(message ? { message: JSON.stringify(message) } : {}),
      ...(isVoided === undefined ? {} : { is_voided: isVoided }),
      ...(templateVersion === undefined ? {} : { template_version: templateVersion }),
      change,
      changed_at: changedAt,
    })
    .where('pass_id', '=', pass.passId)
    .execute();
  await sql`SELECT pg_notify('fed', ${centre})`.execute(db);
}

/** Those of one version of the template, or some because the number of doses is another one by the schedule. */
export type TouchedPasses = { readonly templateVersion: number } | { readonly recounted: readonly PassId[] };

/**
 * Valid passes are to be fetched again, though nothing happened to their holders; all in one change, and silently. What
 * phones are still to be told stays: only a number of doses that is another one by the schedule alone is not announced as
 * a new dose.
 */
export async function touchPasses(
  db: CentreDb,
  centre: string,
  now: Instant,
  which: TouchedPasses,
): Promise<void> {
  const isRecount = 'recounted' in which;
  if (isRecount && which.recounted.length === 0) return;
  const isMeant = (is: ExpressionBuilder<Schema, 'pass'>) =>
    is.and([
      is('is_voided', '=', false),
      isRecount ? is('pass_id', 'in', which.recounted) : is('template_version', '=', which.templateVersion),
    ]);
  // Rows before the counter, and in one order, as whoever changes one pass or writes to many.
  const held = db
    .selectFrom('pass')
    .select('pass_id')
    .where(isMeant)
    .orderBy('pass_id')
    .forUpdate()
    .as('held');
  await db
    .selectFrom(held)
    .select((is) => is.fn.countAll().as('count'))
    .execute();
  const change = await nextChange(db, centre);
  await db
    .updateTable('pass')
    .set({
      change,
      ...(isRecount ? { announced: sql<string | null>`nullif(announced, 'dose-count')` } : {}),
      changed_at: sql<Date>`greatest(${wholeSecond(now)}::timestamptz, changed_at + interval '1 second')`,
    })
    .where(isMeant)
    .execute();
  await sql`SELECT pg_notify('fed', ${centre})`.execute(db);
}

/** The passes of somebody who was erased, valid or void, are to be fetched once more, and announce nothing. */
export async function blankPasses(
  db: CentreDb,
  centre: string,
  personId: string,
  now: Instant,
): Promise<void> {
  const held = await db
    .selectFrom('pass')
    .select('pass_id')
    .where('person_id', '=', personId)
    .orderBy('pass_id')
    .forUpdate()
    .execute();
  if (held.length === 0) return;
  await db
    .updateTable('pass')
    .set({
      is_voided: true,
      announced: null,
      message: null,
      change: await nextChange(db, centre),
      changed_at: sql<Date>`greatest(${wholeSecond(now)}::timestamptz, changed_at + interval '1 second')`,
    })
    .where('person_id', '=', personId)
    .execute();
  await sql`SELECT pg_notify('fed', ${centre})`.execute(db);
}

async function nextChange(db: CentreDb, centre: string): Promise<number> {
  const row = await db
    .insertInto('pass_counter')
    .values({ centre_id: centre, last: 1 })
    .onConflict((conflict) =>
      conflict.column('centre_id').doUpdateSet({ last: sql<number>`pass_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

/** How far the feed was followed for passes. */
export async function passCursor(db: CentreDb): Promise<number> {
  const row = await db.selectFrom('pass_cursor').select('position').executeTakeFirst();
  return Number(row?.position ?? 0);
}

export async function movePassCursor(db: CentreDb, centre: string, position: number): Promise<void> {
  await db
    .insertInto('pass_cursor')
    .values({ centre_id: centre, position })
    .onConflict((conflict) => conflict.column('centre_id').doUpdateSet({ position }))
    .execute();
}

/** Phones round nothing: a date with a part of a second would never equal what they send back. */
function wholeSecond(at: Instant): Instant {
  return instantOf(Math.floor(epochMsOf(at) / 1000) * 1000);
}

function fromRow(row: Selectable<PassRow>): KeptPass {
  return {
    passId: row.pass_id as PassId,
    personId: row.person_id as PersonId,
    keyId: row.key_id,
    templateId: row.template_id,
    templateVersion: row.template_version,
    revision: row.revision,
    isVoided: row.is_voided,
    announced: (row.announced as KeptPass['announced'] | null) ?? undefined,
    message: row.message ?? undefined,
    change: row.change,
    changedAt: instantOf(row.changed_at.getTime()),
  };
}
