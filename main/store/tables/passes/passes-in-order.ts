import { idOf, type PassId, type PersonId } from '../../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { PassState } from '../../../../domain/passes/pass.ts';
import type { ReadableDb } from '../../database.ts';

/** As much of a valid pass as is needed to decide on it. */
export interface ValidPass {
  readonly pass_id: string;
  readonly person_id: PersonId;
  readonly revision: number;
  readonly dose_count: number;
  readonly last_dose_on: string | null;
}

/** The next valid passes after that one. */
export function passesFrom(db: ReadableDb, after: string, most: number): ValidPass[] {
  return db.all<ValidPass>(
    `SELECT pass_id, person_id, revision, dose_count, last_dose_on FROM pass
      WHERE status = 'valid' AND pass_id > ? ORDER BY pass_id LIMIT ?`,
    after,
    most,
  );
}

export function stateOfPass(row: ValidPass): Exclude<PassState, { status: 'none' }> {
  return {
    status: 'valid',
    passId: idOf<PassId>(row.pass_id),
    personId: row.person_id,
    revision: row.revision,
    doses: {
      doseCount: row.dose_count,
      ...(row.last_dose_on === null ? {} : { lastDoseOn: row.last_dose_on as PlainDate }),
    },
  };
}
