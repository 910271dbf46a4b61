import type { Station } from '../station.ts';
import type { WritableDb } from '../store/database.ts';
import { ImportDesk } from './import-desk.ts';

const desks = new WeakMap<WritableDb, ImportDesk>();

/** The import of this store; there is one at a time, whoever asks. */
export function importDeskOf(station: Station): ImportDesk {
  let desk = desks.get(station.db);
  if (!desk) {
    desk = new ImportDesk(station);
    desks.set(station.db, desk);
  }
  return desk;
}
