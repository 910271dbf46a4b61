import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import { beginsNow, isLasting, type Present } from './measured-span.ts';
import type { CentreDb } from './open-databases.ts';

export const codeMinutes = 15;

export interface EnrolmentCode {
  /** A keyed fingerprint: the code itself is kept nowhere. */
  readonly token: string;
  readonly createdBy: string;
}

/** Keeps a code, forgets those that are over, and answers until when it is valid by the clock. */
export async function keepCode(
  db: CentreDb,
  centre: string,
  code: EnrolmentCode,
  present: Present,
): Promise<Instant> {
  const expiresAt = addMinutes(present.at, codeMinutes);
  await db
    .deleteFrom('enrolment_code')
    .where((is) => is.not(isLasting(present, codeMinutes)))
    .execute();
  await db
    .insertInto('enrolment_code')
    .values({
      centre_id: centre,
      code_token: code.token,
      created_by: code.createdBy,
      created_at: present.at,
      expires_at: expiresAt,
      ...beginsNow(present),
    })
    .execute();
  return expiresAt;
}

/** Uses a code up; answers false for one that is wrong, was used or is over. Of two at once one gets it. */
export async function useCode(db: CentreDb, token: string, present: Present): Promise<boolean> {
  const used = await db
    .updateTable('enrolment_code')
    .set({ used_at: present.at })
    .where('code_token', '=', token)
    .where('used_at', 'is', null)
    .where(isLasting(present, codeMinutes))
    .returning('code_token')
    .executeTakeFirst();
  return used !== undefined;
}

export async function openCodes(db: CentreDb, present: Present): Promise<{ expiresAt: Date }[]> {
  const rows = await db
    .selectFrom('enrolment_code')
    .select('expires_at')
    .where('used_at', 'is', null)
    .where(isLasting(present, codeMinutes))
    .orderBy('expires_at')
    .execute();
  return rows.map(({ expires_at }) => ({ expiresAt: expires_at }));
}

/** Ends what is measured by the clock alone, which is about to be said to be right as it is. */
export async function endCodesOfOtherRuns(db: CentreDb, run: string): Promise<void> {
  await db
    .deleteFrom('enrolment_code')
    .where((is) => is.or([is('began_run', 'is', null), is('began_run', '<>', run)]))
    .execute();
}
