import { existsSync, mkdirSync } from 'node:fs';
import { newId } from '../../ledger/new-id.ts';
import { openDatabase, type WritableDb } from '../store/database.ts';
import { hasSchema, migrate } from '../store/migrations/migrate.ts';
import { refreshReadModels } from '../store/projections/refresh-read-models.ts';
import { assertSafeDirectory, keepToOwner } from '../store/safe-directory.ts';
import { indexDeferred } from '../store/search/search-entries.ts';
import { type CentreSettings, keepSetting, settingOf } from '../store/settings.ts';
import { StoreFault, storeFaultOf } from '../store/store-fault.ts';
import { clearTraces } from '../store/traces-left.ts';
import { compareWithWitness, type StoreFoundOlder } from './compare-with-witness.ts';
import {
  databaseFile,
  keyCheckOf,
  keyFits,
  markCreation,
  readLabel,
  storeIsMissing,
  writeLabel,
} from './directory.ts';
import { readWitnesses, type Witness } from './witness-file.ts';

export interface OpenedCentre {
  readonly db: WritableDb;
  /** Undefined when the store is new and the centre has to be created first. */
  readonly settings: CentreSettings | undefined;
  /** What the store lacks of what was seen of it before. */
  readonly foundOlder: StoreFoundOlder | undefined;
  /** How far the log was seen to come; empty for a new store, and where somebody took the witnesses away. */
  readonly witnesses: readonly Witness[];
}

/**
 * Opens the store of a directory, or makes an empty one.
 * @throws StoreFault with the reason; what is there stays untouched.
 */
export function openCentre(dir: string, key: string, mode: 'trial' | 'live'): OpenedCentre {
  assertSafeDirectory(dir);
  const label = readLabel(dir);
  if (label && !keyFits(label, key)) throw new StoreFault('key-wrong');
  if (label && label.mode !== mode) throw new StoreFault('mode-differs');
  if (storeIsMissing(dir, mode)) throw new StoreFault('store-missing');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const isNew = !existsSync(databaseFile(dir));
    if (isNew) markCreation(dir);
    const db = openDatabase(databaseFile(dir), key);
    try {
      const known = isNew ? undefined : knownSettings(db);
      if (known && known.mode !== mode) throw new StoreFault('mode-differs'); // whatever a label says or does not say
      migrate(db);
      nameCentre(db);
      refreshReadModels(db);
      indexDeferred(db); // an import that was killed
      clearTraces(db, 'start');
      if (isNew || !label) writeLabel(dir, { format: 1, mode, keyCheck: keyCheckOf(key) });
      keepToOwner(dir);
      const settings = settingOf(db, 'centre');
      const witnesses = settings ? readWitnesses(dir, key) : [];
      const foundOlder = settings && compareWithWitness(db, settings.station, witnesses);
      return { db, settings, foundOlder, witnesses };
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

/** Read before anything is written; undefined where creating the centre was cut off. */
function knownSettings(db: WritableDb): CentreSettings | undefined {
  return hasSchema(db) ? settingOf(db, 'centre') : undefined;
}
