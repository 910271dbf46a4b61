import type { Migration } from './migration.ts';

/**
 * The dates of people who are erased kept the number that a list had given them. The log goes on as it is; the read
 * models are made again after this step, and from now on no number is read without the key of whom it is about.
 */
export const numbersOfErased: Migration = {
  id: 34,
  name: 'numbers of erased people',
  sql: `
    UPDATE appointment SET external_id = NULL
      WHERE person_id IN (SELECT person_id FROM person WHERE status = 'erased');
  `,
};
