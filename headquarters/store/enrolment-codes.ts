import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';

export interface EnrolmentCode {
  /** A keyed fingerprint: the code itself is kept nowhere. */
  readonly token: string;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export async function keepCode(db: CentreDb, centre: string, code: EnrolmentCode): Promise<void> {
  await db.deleteFrom('enrolment_code').where('expires_at', '<', new Date(code.createdAt)).execute();
  await db
    .insertInto('enrolment_code')
    .values({
      centre_id: centre,
      code_token: code.token,
      created_by: code.createdBy,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
    })
    .execute();
}

/** Uses a code up; answers false for one that is wrong, was used or is over. Of two at once one gets it. */
export async function useCode(db: CentreDb, token: string, now: Instant): Promise<boolean> {
  const used = await db
    .updateTable('enrolment_code')
    .set({ used_at: now })
    .where('code_token', '=', token)
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    .returning('code_token')
    .executeTakeFirst();
  return used !== undefined;
}

export async function openCodes(db: CentreDb, now: Instant): Promise<{ expiresAt: Date }[]> {
  const rows = await db
    .selectFrom('enrolment_code')
    .select('expires_at')
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(now))
    .orderBy('expires_at')
    .execute();
  return rows.map(({ expires_at }) => ({ expiresAt: expires_at }));
}
