import type { ColumnType } from 'kysely';

/** A time as PostgreSQL gives it and as we write it. */
export type At = ColumnType<Date, Date | string, Date | string>;
export type MaybeAt = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
export type MaybeBytes = ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
/** Filled by the database when left out. */
export type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;
