import type { Migration } from './migration.ts';

const tables = ['pass', 'pass_counter', 'erasure'];
const forced = (how: string) =>
  tables.map((name) => `ALTER TABLE ${name} ${how} ROW LEVEL SECURITY;`).join('\n    ');

export const erasedPasses: Migration = {
  id: 25,
  name: 'erased-passes',
  sql: () => `
    -- The cards of people who were erased before lie in phones with their names: each is fetched once more, blank.
    ${forced('NO FORCE')}
    UPDATE pass_counter SET last = last + 1 WHERE centre_id IN (
      SELECT pass.centre_id FROM pass JOIN erasure
        ON erasure.centre_id = pass.centre_id AND erasure.stream = pass.person_id
    );
    UPDATE pass SET is_voided = true, announced = NULL, message = NULL, change = pass_counter.last,
        changed_at = greatest(date_trunc('second', now()), changed_at + interval '1 second')
      FROM pass_counter, erasure
      WHERE pass_counter.centre_id = pass.centre_id
        AND erasure.centre_id = pass.centre_id AND erasure.stream = pass.person_id;
    ${forced('FORCE')}
  `,
};
