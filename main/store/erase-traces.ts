import type { PersonId } from '../../domain/kernel/ids.ts';
import type { WritableDb } from './database.ts';
import { destroyPersonKey } from './person-keys.ts';
import { forgetImportedRows } from './tables/import/forget-rows.ts';
import { noteTracesLeft } from './traces-left.ts';

/**
 * What the log cannot make again and what is personal all the same. An area that keeps more of that adds its line.
 * Call it inside the transaction that records the erasure, and `leaveNoTraces` behind it.
 */
export function eraseTraces(db: WritableDb, personId: PersonId): void {
  noteTracesLeft(db);
  forgetImportedRows(db, personId);
  destroyPersonKey(db, personId);
  db.run('DELETE FROM pass_file WHERE pass_id IN (SELECT pass_id FROM pass WHERE person_id = ?)', personId);
  db.run(
    `DELETE FROM outbox WHERE instr(subject, ?) > 0 OR instr(payload, ?) > 0
      OR subject IN (SELECT pass_id FROM pass WHERE person_id = ?)`,
    personId,
    personId,
    personId,
  );
  db.run('DELETE FROM hand_over_link WHERE person_id = ?', personId);
  db.run('DELETE FROM replanning_person WHERE person_id = ?', personId);
  db.run('UPDATE scan SET person_id = NULL WHERE person_id = ?', personId);
}
