import type { Migration } from './migration.ts';

const insertNew = `
      INSERT OR IGNORE INTO search_entry
        SELECT kind, text, NEW.person_id FROM (
          SELECT 1 AS kind, NEW.search_key AS text
          UNION ALL SELECT 2, NEW.given_key
          UNION ALL SELECT 3, NEW.second_family_key
          UNION ALL SELECT 4, NEW.second_given_key
          UNION ALL SELECT 5, NEW.sound_key
          UNION ALL SELECT 6, NEW.phone_key
          UNION ALL SELECT 7, NEW.email_key
          UNION ALL SELECT 8, NEW.insurance_key
          UNION ALL SELECT 9, iif(NEW.birth_date = '', '', NEW.birth_date || ' ' || NEW.search_key)
        ) WHERE text <> '';`;

const deleteOld = `
      DELETE FROM search_entry WHERE person_id = OLD.person_id AND (kind, text) IN (VALUES
        (1, OLD.search_key), (2, OLD.given_key), (3, OLD.second_family_key), (4, OLD.second_given_key),
        (5, OLD.sound_key), (6, OLD.phone_key), (7, OLD.email_key), (8, OLD.insurance_key),
        (9, OLD.birth_date || ' ' || OLD.search_key));`;

/**
 * What people are found by, in one table that is kept by the store itself: at once, or put off and then sorted for
 * many people together (`person_unsorted`), which writes each page of it once and not for each of them.
 */
export const searchEntries: Migration = {
  id: 13,
  name: 'search-entries',
  sql: `
    DROP INDEX person_by_search_key;
    DROP INDEX person_by_given_key;
    DROP INDEX person_by_second_family_key;
    DROP INDEX person_by_second_given_key;
    DROP INDEX person_by_sound_key;
    DROP INDEX person_by_phone_key;
    DROP INDEX person_by_email_key;
    DROP INDEX person_by_insurance_key;
    DROP INDEX person_by_birth_date_and_name;

    CREATE TABLE search_entry (
      kind INTEGER NOT NULL,
      text TEXT NOT NULL,
      person_id TEXT NOT NULL,
      PRIMARY KEY (kind, text, person_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE person_unsorted (person_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE search_sorting (mode TEXT NOT NULL CHECK (mode IN ('at-once', 'put-off'))) STRICT;
    INSERT INTO search_sorting VALUES ('at-once');

    CREATE TRIGGER person_comes AFTER INSERT ON person
      WHEN (SELECT mode FROM search_sorting) = 'at-once' BEGIN${insertNew}
    END;
    CREATE TRIGGER person_comes_unsorted AFTER INSERT ON person
      WHEN (SELECT mode FROM search_sorting) = 'put-off' BEGIN
      INSERT OR IGNORE INTO person_unsorted VALUES (NEW.person_id);
    END;
    CREATE TRIGGER person_changes
      AFTER UPDATE OF search_key, given_key, second_family_key, second_given_key, sound_key, phone_key, email_key,
        insurance_key, birth_date ON person BEGIN${deleteOld}${insertNew}
    END;
    CREATE TRIGGER person_goes AFTER DELETE ON person BEGIN${deleteOld}
      DELETE FROM person_unsorted WHERE person_id = OLD.person_id;
    END;
  `,
};
