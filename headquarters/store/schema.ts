import type { ColumnType } from 'kysely';

/** A time as PostgreSQL gives it and as we write it. */
export type At = ColumnType<Date, Date | string, Date | string>;
/** Filled by the database when left out. */
export type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;

export interface CentreRow {
  centre_id: string;
  name: string;
  address: Defaulted<string>;
  phone: Defaulted<string>;
  email: Defaulted<string>;
  time_zone: Defaulted<string>;
  created_at: At;
}

export interface Schema {
  centre: CentreRow;
  server_secret: { name: string; box: Buffer };
  administrator: {
    administrator_id: string;
    name: string;
    name_key: string;
    password_hash: string;
    created_at: At;
  };
  administrator_session: { token_hash: string; administrator_id: string; expires_at: At };
  audit_entry: {
    centre_id: string;
    entry_id: string;
    at: At;
    actor: string;
    action: string;
    subject: string;
  };
}
