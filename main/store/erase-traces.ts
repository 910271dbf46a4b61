import type { PersonId } from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { WritableDb } from './database.ts';
import { enqueue } from './outbox/outbox.ts';
import { destroyPersonKey } from './person-keys.ts';
import { forgetImportedRows } from './tables/import/forget-rows.ts';
import { noteTracesLeft } from './traces-left.ts';

/**
 * What the log cannot make again and what is personal all the same. An area that keeps more of that adds its line.
 * Call it inside the transaction that records the erasure, and `leaveNoTraces` behind it.
 */
export function eraseTraces(db: WritableDb, personId: PersonId, now: Instant): void {
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
  blankCards(db, personId, now);
  db.run('DELETE FROM hand_over_link WHERE person_id = ?', personId);
  db.run('DELETE FROM replanning_person WHERE person_id = ?', personId);
  db.run('UPDATE scan SET person_id = NULL WHERE person_id = ?', personId);
}

/** Every card at Google that the person ever had, of void passes too, is overwritten. */
function blankCards(db: WritableDb, personId: PersonId, now: Instant): void {
  const cards = db.all<{ pass_id: string }>(
    'SELECT pass_id FROM google_object JOIN pass USING (pass_id) WHERE person_id = ? ORDER BY pass_id',
    personId,
  );
  enqueue(
    db,
    now,
    cards.map(({ pass_id }) => ({ kind: 'google-object', subject: pass_id })),
  );
}
