import type { WritableDb } from '../store/database.ts';
import { type HeadquartersLink, keepSetting, settingOf } from '../store/settings.ts';

/** Changes what is kept of headquarters, unless the centre has left it meanwhile. */
export function changeLink(db: WritableDb, change: (before: HeadquartersLink) => HeadquartersLink): void {
  db.transact(() => {
    const before = settingOf(db, 'headquarters');
    if (before) keepSetting(db, 'headquarters', change(before));
  });
}
