import { sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { CardsFor } from './google-account.ts';
import { isDue } from './is-due.ts';
import type { CentreDb } from './open-databases.ts';

export interface GoogleCard {
  /** Of what Google has; undefined while it has nothing. */
  readonly sentHash: string | undefined;
  readonly attempts: number;
}

export async function googleCardOf(db: CentreDb, passId: string): Promise<GoogleCard | undefined> {
  const row = await db
    .selectFrom('google_card')
    .select(['sent_hash', 'attempts'])
    .where('pass_id', '=', passId)
    .executeTakeFirst();
  return row && { sentHash: row.sent_hash ?? undefined, attempts: row.attempts };
}

/** Somebody wants this card at Google; asked for again it stays as it is. */
export async function wantGoogleCard(
  db: CentreDb,
  centre: string,
  passId: string,
  now: Instant,
): Promise<void> {
  await db
    .insertInto('google_card')
    .values({ centre_id: centre, pass_id: passId, due_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Passes that say something which their cards do not, by the oldest change; void ones only where there is a card. */
export async function dueGoogleCards(
  db: CentreDb,
  { cardsFor, now, limit }: { readonly cardsFor: CardsFor; readonly now: Instant; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('pass')
    .leftJoin('google_card as card', (join) =>
      join.onRef('card.centre_id', '=', 'pass.centre_id').onRef('card.pass_id', '=', 'pass.pass_id'),
    )
    .select('pass.pass_id')
    .where((is) => is('pass.change', '>', is.fn.coalesce('card.sent_change', sql<number>`0`)))
    .where((is) =>
      is.or([
        is.and([
          is('card.pass_id', 'is', null),
          is('pass.is_voided', '=', false),
          is.val(cardsFor === 'every-pass'),
        ]),
        is('pass.change', '>', is.ref('card.tried_change')),
        is.and([is('card.is_given_up', '=', false), isDue(now)]),
      ]),
    )
    .orderBy('pass.change')
    .limit(limit)
    .execute();
  return rows.map(({ pass_id }) => pass_id);
}

export type CardEnd =
  | { readonly state: 'done'; readonly hash: string | undefined }
  | { readonly state: 'waiting'; readonly fault: string; readonly dueAt: Instant }
  | { readonly state: 'given-up'; readonly fault: string };

/** What became of a try with the pass as it was at `change`. */
export async function settleGoogleCard(
  db: CentreDb,
  { centre, passId, change, now }: { centre: string; passId: string; change: number; now: Instant },
  end: CardEnd,
): Promise<void> {
  await wantGoogleCard(db, centre, passId, now);
  await db
    .updateTable('google_card')
    .set({
      tried_change: change,
      is_given_up: end.state === 'given-up',
      ...(end.state === 'done'
        ? { attempts: 0, last_fault: null, sent_change: change, sent_hash: end.hash ?? null }
        : { attempts: sql<number>`attempts + 1`, last_fault: end.fault }),
      ...(end.state === 'waiting' ? { due_at: end.dueAt } : {}),
    })
    .where('pass_id', '=', passId)
    .execute();
}

/** Google lost a card, or another issuer never had it. */
export async function forgetSentCard(db: CentreDb, passId: string): Promise<void> {
  await db.updateTable('google_card').set({ sent_hash: null }).where('pass_id', '=', passId).execute();
}

/** Another issuer knows nothing of what was sent: all of it goes again. */
export async function forgetAllSent(db: CentreDb, now: Instant): Promise<void> {
  await db.deleteFrom('google_class').execute();
  await db
    .updateTable('google_card')
    .set({ sent_hash: null, sent_change: 0, attempts: 0, is_given_up: false, last_fault: null, due_at: now })
    .execute();
}

/** Cards that were given up are tried again at once; answers how many. */
export async function tryCardsAgain(db: CentreDb, now: Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('google_card')
    .set({ is_given_up: false, attempts: 0, due_at: now })
    .where('is_given_up', '=', true)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface CardCounts {
  readonly atGoogle: number;
  readonly failing: number;
  readonly givenUp: number;
  /** Of a card that is failing or was given up. */
  readonly fault: string | undefined;
}

export async function cardCounts(db: CentreDb): Promise<CardCounts> {
  const row = await db
    .selectFrom('google_card')
    .select((is) => [
      is.fn.count('sent_hash').as('at_google'),
      is.fn.count('last_fault').as('faulty'),
      sql<string>`count(*) FILTER (WHERE is_given_up)`.as('given_up'),
      is.fn.max('last_fault').as('fault'),
    ])
    .executeTakeFirstOrThrow();
  const givenUp = Number(row.given_up);
  return {
    atGoogle: Number(row.at_google),
    failing: Number(row.faulty) - givenUp,
    givenUp,
    fault: row.fault ?? undefined,
  };
}

export async function sentClassHash(db: CentreDb, classId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('google_class')
    .select('sent_hash')
    .where('class_id', '=', classId)
    .executeTakeFirst();
  return row?.sent_hash;
}

export async function keepSentClass(
  db: CentreDb,
  centre: string,
  classId: string,
  hash: string,
): Promise<void> {
  await db
    .insertInto('google_class')
    .values({ centre_id: centre, class_id: classId, sent_hash: hash })
    .onConflict((conflict) => conflict.columns(['centre_id', 'class_id']).doUpdateSet({ sent_hash: hash }))
    .execute();
}

export async function forgetClass(db: CentreDb, classId: string): Promise<void> {
  await db.deleteFrom('google_class').where('class_id', '=', classId).execute();
}

export interface KnownNotices {
  readonly wasTold: boolean;
  readonly rangSince: number;
}

export async function noticesOf(
  db: CentreDb,
  passId: string,
  { messageId, since }: { readonly messageId: string; readonly since: Instant },
): Promise<KnownNotices> {
  const rows = await db
    .selectFrom('google_notice')
    .select(['message_id', 'rang', 'at'])
    .where('pass_id', '=', passId)
    .execute();
  return {
    wasTold: rows.some((row) => row.message_id === messageId),
    rangSince: rows.filter((row) => row.rang && row.at >= new Date(since)).length,
  };
}

export async function keepNotice(
  db: CentreDb,
  centre: string,
  notice: {
    readonly passId: string;
    readonly messageId: string;
    readonly rang: boolean;
    readonly at: Instant;
  },
): Promise<void> {
  const { passId: pass_id, messageId: message_id, rang, at } = notice;
  await db
    .insertInto('google_notice')
    .values({ centre_id: centre, pass_id, message_id, rang, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
