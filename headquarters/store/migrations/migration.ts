import type { DatabaseRoles } from '../database-roles.ts';

/** One step of the schema. Once shipped it never changes: a test keeps its text. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  /** Names of roles are safe to write into it. */
  sql(roles: DatabaseRoles): string;
}

/**
 * A table whose rows belong to centres: nobody sees or writes a row of a centre other than the one that the
 * transaction named, the owner included. Its key begins with the centre.
 */
export function centreTable(name: string, columns: string, grants: string, { app }: DatabaseRoles): string {
  return `
    CREATE TABLE ${name} (
      centre_id text NOT NULL REFERENCES centre,
      ${columns}
    );
    ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;
    CREATE POLICY of_centre ON ${name}
      USING (centre_id = current_setting('headquarters.centre', true))
      WITH CHECK (centre_id = current_setting('headquarters.centre', true));
    GRANT ${grants} ON ${name} TO ${app};
  `;
}
