/** A row of a read model: column to value. */
export type Row = Readonly<Record<string, string | number | null>>;

/**
 * The read models that are made from the log alone, and whose history the rows of each come from: a person's, a staff
 * member's, a day's, a lot's, the centre's, that of its fridges, or one event alone. When an earlier event comes in late, they are made anew.
 */
export const readModels = {
  person: 'person',
  person_link: 'person',
  told_apart: 'person',
  consent: 'person',
  appointment: 'person',
  visit: 'person',
  dose: 'person',
  dose_lot_before: 'person',
  adverse_event: 'person',
  pass: 'person',
  delivery: 'event',
  staff: 'staff',
  record_view: 'event',
  disclosure: 'event',
  destination_change: 'event',
  lane_day: 'day',
  slot_template: 'centre',
  holiday: 'centre',
  standby: 'person',
  standby_offer: 'person',
  import_run: 'centre',
  pass_template: 'centre',
  centre_product: 'centre',
  centre_schedule: 'centre',
  centre_vial_data: 'centre',
  centre_message: 'centre',
  vial_code: 'centre',
  dose_step: 'centre',
  lot_entry: 'lot',
  vial: 'lot',
  dose_draw: 'person',
  fridge: 'fridges',
  fridge_temperature: 'event',
} as const satisfies Record<string, 'person' | 'staff' | 'day' | 'lot' | 'centre' | 'fridges' | 'event'>;
export type ReadModelTable = keyof typeof readModels;
export const readModelTables = Object.keys(readModels) as readonly ReadModelTable[];

/**
 * What an event does to a read model. `put` replaces the whole row of that primary key; the others are for all rows
 * that fit, but for those that also fit `unless`. `raise` counts one more in that column.
 */
export type RowChange =
  | { readonly op: 'put'; readonly table: ReadModelTable; readonly row: Row }
  | { readonly op: 'delete'; readonly table: ReadModelTable; readonly where: Row }
  | {
      readonly op: 'set';
      readonly table: ReadModelTable;
      readonly where: Row;
      readonly unless?: Row;
      readonly set: Row;
      readonly raise?: string;
    };
