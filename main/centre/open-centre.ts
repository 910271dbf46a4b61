import { existsSync, mkdirSync } from 'node:fs';
import { newId } from '../../ledger/new-id.ts';
import { openDatabase, type WritableDb } from '../store/database.ts';
import { migrate } from '../store/migrations/migrate.ts';
import { refreshReadModels } from '../store/projections/refresh-read-models.ts';
import { indexDeferred } from '../store/search/search-entries.ts';
import { type CentreSettings, keepSetting, settingOf } from '../store/settings.ts';
import { StoreFault, storeFaultOf } from '../store/store-fault.ts';
import { databaseFile, keyCheckOf, keyFits, readLabel, writeLabel } from './directory.ts';

export interface OpenedCentre {
  readonly db: WritableDb;
  /** Undefined when the store is new and the centre has to be founded first. */
  readonly settings: CentreSettings | undefined;
}

/**
 * Opens the store of a directory, or makes an empty one.
 * @throws StoreFault with the reason; what is there stays untouched.
 */
export function openCentre(dir: string, key: string, mode: 'trial' | 'live'): OpenedCentre {
  const label = readLabel(dir);
  if (label && !keyFits(label, key)) throw new StoreFault('key-wrong');
  if (label && label.mode !== mode) throw new StoreFault('mode-differs');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const isNew = !existsSync(databaseFile(dir));
    const db = openDatabase(databaseFile(dir), key);
    try {
      migrate(db);
      nameCentre(db);
      refreshReadModels(db);
      indexDeferred(db); // an import that was killed
      if (isNew || !label) writeLabel(dir, { format: 1, mode, keyCheck: keyCheckOf(key) });
      return { db, settings: settingOf(db, 'centre') };
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    const fault = storeFaultOf(error);
    // The key is the right one by the label, so a file that is 'no database' is a damaged one.
    if (fault?.code === 'key-wrong' && label) throw new StoreFault('store-damaged', error);
    throw fault ?? error;
  }
}

/** A centre from before centres had a name of their own among others gets one. */
function nameCentre(db: WritableDb): void {
  const settings = settingOf(db, 'centre');
  if (settings && settings.centreId === undefined)
    keepSetting(db, 'centre', { ...settings, centreId: newId() });
}
