import type { Connection } from '../../../domain/follow-ups/what-follows.ts';
import type { ReadableDb } from '../../store/database.ts';
import { settingOf } from '../../store/settings.ts';

/** Whether headquarters decides what passes say, or this station does. Joined and not admitted yet is stand-alone. */
export function connectionOf(db: ReadableDb): Connection {
  return settingOf(db, 'headquarters')?.connectedAt === undefined ? 'stand-alone' : 'connected';
}
