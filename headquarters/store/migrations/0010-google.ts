import { centreTable, type Migration } from './migration.ts';

export const googleTables: Migration = {
  id: 10,
  name: 'google',
  sql: (roles) => `
    -- The account by which a centre speaks to Google Wallet; the file with its key is wrapped.
    ${centreTable(
      'google_account',
      `issuer_id text NOT NULL,
      account_mail text NOT NULL,
      account_box bytea NOT NULL,
      cards_for text NOT NULL CHECK (cards_for IN ('every-pass', 'on-request')),
      PRIMARY KEY (centre_id)`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    -- How far the card of a pass at Google is: the change of the pass that Google has, and that was tried last.
    ${centreTable(
      'google_card',
      `pass_id text NOT NULL,
      sent_hash text,
      sent_change int NOT NULL DEFAULT 0,
      tried_change int NOT NULL DEFAULT 0,
      attempts int NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL,
      is_given_up boolean NOT NULL DEFAULT false,
      last_fault text,
      PRIMARY KEY (centre_id, pass_id)`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
    CREATE INDEX google_card_given_up ON google_card (centre_id) WHERE is_given_up;
    -- What phones were told of a card: Google lets one ring three times a day.
    ${centreTable(
      'google_notice',
      `pass_id text NOT NULL,
      message_id text NOT NULL,
      rang boolean NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, pass_id, message_id)`,
      'SELECT, INSERT, DELETE',
      roles,
    )}
    -- What all cards of a template share, as Google has it.
    ${centreTable(
      'google_class',
      `class_id text NOT NULL,
      sent_hash text NOT NULL,
      PRIMARY KEY (centre_id, class_id)`,
      'SELECT, INSERT, UPDATE, DELETE',
      roles,
    )}
  `,
};
