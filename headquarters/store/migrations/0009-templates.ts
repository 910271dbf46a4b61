import { centreTable, type Migration } from './migration.ts';

export const templateTables: Migration = {
  id: 9,
  name: 'templates',
  sql: (roles) => `
    -- Images of published templates, once each, under the SHA-256 of their bytes.
    ${centreTable(
      'template_image',
      `digest text NOT NULL,
      bytes bytea NOT NULL,
      added_at timestamptz NOT NULL,
      PRIMARY KEY (centre_id, digest)`,
      'SELECT, INSERT',
      roles,
    )}
    -- Looked up with each pass.
    CREATE INDEX received_event_of_template ON received_event (centre_id, hlc) WHERE type = 'TemplatePublished';
    CREATE INDEX pass_of_template ON pass (centre_id, template_version);
  `,
};
