import type { CentreDb } from './open-databases.ts';

export type CardsFor = 'every-pass' | 'on-request';

export interface KeptGoogleAccount {
  readonly issuerId: string;
  readonly accountMail: string;
  /** Google's file with the key, wrapped. */
  readonly box: Buffer;
  readonly cardsFor: CardsFor;
}

export async function googleAccountOf(db: CentreDb): Promise<KeptGoogleAccount | undefined> {
  const row = await db.selectFrom('google_account').selectAll().executeTakeFirst();
  return (
    row && {
      issuerId: row.issuer_id,
      accountMail: row.account_mail,
      box: row.account_box,
      cardsFor: row.cards_for,
    }
  );
}

export async function keepGoogleAccount(
  db: CentreDb,
  centre: string,
  account: KeptGoogleAccount,
): Promise<void> {
  const row = {
    issuer_id: account.issuerId,
    account_mail: account.accountMail,
    account_box: account.box,
    cards_for: account.cardsFor,
  };
  await db
    .insertInto('google_account')
    .values({ centre_id: centre, ...row })
    .onConflict((conflict) => conflict.column('centre_id').doUpdateSet(row))
    .execute();
}

export async function removeGoogleAccount(db: CentreDb): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('google_account').executeTakeFirst();
  return numDeletedRows > 0n;
}
