import path from 'node:path';
import { keyFromFile } from '../../main/centre/key-file.ts';
import { openDatabase } from '../../main/store/database.ts';
import type { TestStation } from './test-station.ts';

/** What keeps a store from being written to and passes by itself; `code` is what it is called at the desk. */
export interface Obstacle {
  readonly code: string;
  begin(): void;
  end(): void;
}

/** No room for one more page of the store. */
export function fullDisk(opened: () => TestStation): Obstacle {
  return {
    code: 'disk-full',
    begin() {
      const { db } = opened().station;
      const [used, free] = [Number(db.pragma('page_count')), Number(db.pragma('freelist_count'))];
      db.pragma(`max_page_count = ${used - free}`);
    },
    end: () => opened().station.db.pragma('max_page_count = 1000000'),
  };
}

/** Another program that writes into the store and does not end. */
export function foreignLock(opened: () => TestStation): Obstacle {
  let other: ReturnType<typeof openDatabase> | undefined;
  return {
    code: 'store-locked',
    begin() {
      const { dir } = opened();
      other = openDatabase(path.join(dir, 'station.db'), keyFromFile(dir));
      other.exec('BEGIN IMMEDIATE');
    },
    end() {
      other?.exec('ROLLBACK');
      other?.close();
    },
  };
}
