import type { WritableDb } from '../database.ts';
import { migrations } from '../migrations/migrate.ts';
import { keepSetting, settingOf } from '../settings.ts';
import { rebuildProjections } from './rebuild-projections.ts';

/**
 * Makes the read models anew when the schema has moved on since they were made: a migration adds columns, only the
 * projections can fill them. Answers whether it had to.
 */
export function refreshReadModels(db: WritableDb): boolean {
  const schema = migrations.length;
  return db.transact(() => {
    if (settingOf(db, 'read-models')?.schema === schema) return false;
    rebuildProjections(db);
    keepSetting(db, 'read-models', { schema });
    return true;
  });
}
