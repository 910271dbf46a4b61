import type pg from 'pg';
import type { ServerKey } from './server-key.ts';
import { StoreFault } from './store-fault.ts';

/** The roles that headquarters works with. None owns a table that holds a centre's data. */
export interface DatabaseRoles {
  /** Requests and the feed writer: sees one centre at a time. */
  readonly app: string;
  /** The only one that reaches the wrapped keys of persons. */
  readonly keys: string;
  /** Owns an empty schema that the first migration made; nobody works as it. */
  readonly jobs: string;
}

/** Roles belong to a whole cluster, so their names carry the database's. */
export function rolesOf(database: string): DatabaseRoles {
  return { app: `${database}_app`, keys: `${database}_keys`, jobs: `${database}_jobs` };
}

export function passwordOf(key: ServerKey, role: string): string {
  return key.tokenOf('role-password', role);
}

const statementTimeouts: Readonly<Record<keyof DatabaseRoles, string>> = {
  app: '15s',
  keys: '15s',
  jobs: '60s',
};

/**
 * Makes the roles, or gives them the password of this key.
 * @throws StoreFault `roles-not-made` when the owner may not.
 */
export async function ensureRoles(owner: pg.Client, roles: DatabaseRoles, key: ServerKey): Promise<void> {
  try {
    for (const [purpose, role] of Object.entries(roles) as [keyof DatabaseRoles, string][]) {
      const name = owner.escapeIdentifier(role);
      const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const words = rowCount ? `ALTER ROLE ${name}` : `CREATE ROLE ${name}`;
      const password = owner.escapeLiteral(passwordOf(key, role));
      await owner.query(
        `${words} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${password}`,
      );
      await owner.query(`ALTER ROLE ${name} SET statement_timeout = '${statementTimeouts[purpose]}'`);
      await owner.query(`ALTER ROLE ${name} SET idle_in_transaction_session_timeout = '30s'`);
    }
  } catch (error) {
    if ((error as { code?: string }).code === '42501') throw new StoreFault('roles-not-made');
    throw error;
  }
}

/**
 * Row-level security does nothing for an owner without FORCE, a superuser or a role with BYPASSRLS: whoever works
 * with centres' data must be none of them, and every table with a centre must have it.
 * @throws StoreFault `role-too-mighty`
 */
export async function checkAppRole(client: pg.Client | pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ is_mighty: boolean }>(
    `SELECT role.rolsuper OR role.rolbypassrls
        OR EXISTS (SELECT 1 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
          WHERE relkind IN ('r', 'p') AND nspname IN ('public', 'keys')
            AND pg_has_role(current_user, relowner, 'MEMBER'))
        OR EXISTS (SELECT 1 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
          JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'centre_id'
          WHERE relkind IN ('r', 'p') AND nspname = 'public' AND relname <> 'centre'
            AND NOT (relrowsecurity AND relforcerowsecurity)) AS is_mighty
      FROM pg_roles AS role WHERE rolname = current_user`,
  );
  if (rows[0]?.is_mighty !== false) throw new StoreFault('role-too-mighty');
}
