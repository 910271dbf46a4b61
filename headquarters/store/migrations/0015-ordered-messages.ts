import type { Migration } from './migration.ts';

export const orderedMessages: Migration = {
  id: 15,
  name: 'ordered-messages',
  sql: () => `
    -- Of messages that a station ordered it is told what became of them.
    ALTER TABLE centre_message
      ADD COLUMN is_ordered boolean NOT NULL DEFAULT false,
      ADD COLUMN mails int NOT NULL DEFAULT 0;
  `,
};
