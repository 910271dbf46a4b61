import type { Migration } from './migration.ts';

/** What the centre does before each dose, beside the vial: the questions that it asks. */
export const doseSteps: Migration = {
  id: 26,
  name: 'dose-steps',
  sql: `
    CREATE TABLE dose_step (
      step TEXT PRIMARY KEY,
      is_on INTEGER NOT NULL,
      questionnaire_id TEXT,
      questionnaire_version INTEGER
    ) STRICT, WITHOUT ROWID;
  `,
};
