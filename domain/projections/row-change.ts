/** A row of a read model: column to value. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The read models that are made from the log alone, and can be dropped and made again. */
export const readModelTables = [
  'person',
  'person_link',
  'consent',
  'appointment',
  'visit',
  'dose',
  'pass',
  'delivery',
  'staff',
  'record_view',
  'lane_day',
  'slot_template',
  'holiday',
  'standby',
  'standby_offer',
  'import_run',
  'pass_template',
] as const;
export type ReadModelTable = (typeof readModelTables)[number];

/** What an event does to a read model. `put` replaces the whole row of that primary key; the others are for all rows that fit. */
export type RowChange =
  | { readonly op: 'put'; readonly table: ReadModelTable; readonly row: Row }
  | { readonly op: 'delete'; readonly table: ReadModelTable; readonly where: Row }
  | { readonly op: 'set'; readonly table: ReadModelTable; readonly where: Row; readonly set: Row };
