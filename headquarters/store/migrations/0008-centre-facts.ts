import type { Migration } from './migration.ts';

export const centreFactsIndex: Migration = {
  id: 8,
  name: 'centre-facts',
  sql: () => `
    -- What is said of a whole centre and looked up with each person: links, vaccines, who decides.
    CREATE INDEX received_event_of_centre ON received_event (centre_id, type, hlc) WHERE type IN (
      'PersonsLinked', 'PersonsUnlinked', 'ProductActivated', 'ProductDeactivated',
      'HeadquartersJoined', 'HeadquartersLeft'
    );
  `,
};
