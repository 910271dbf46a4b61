import type { Migration } from './migration.ts';

export const toldApartIndex: Migration = {
  id: 13,
  name: 'told-apart',
  sql: () => `
    -- Who was told apart ends a link: it is looked up with the links.
    DROP INDEX received_event_of_centre;
    CREATE INDEX received_event_of_centre ON received_event (centre_id, type, hlc) WHERE type IN (
      'PersonsLinked', 'PersonsUnlinked', 'PersonsToldApart', 'ProductActivated', 'ProductDeactivated',
      'HeadquartersJoined', 'HeadquartersLeft'
    );
  `,
};
