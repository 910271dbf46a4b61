import type { Migration } from './migration.ts';

export const measuredSpans: Migration = {
  id: 16,
  name: 'measured-spans',
  sql: () => `
    -- What the computer's own time said when a session or a code began: a clock that is set changes nothing then.
    ALTER TABLE administrator_session ADD COLUMN began_run text, ADD COLUMN began_ms double precision;
    ALTER TABLE enrolment_code ADD COLUMN began_run text, ADD COLUMN began_ms double precision;
  `,
};
