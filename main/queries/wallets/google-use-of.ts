import type { ReadableDb } from '../../store/database.ts';
import { type GoogleSettings, settingOf } from '../../store/settings.ts';
import { connectionOf } from '../sync/connection-of.ts';

/**
 * How the station uses Google now. Connected it goes on with the cards that it brought there, since it alone has their
 * account, and makes no further ones: headquarters does.
 */
export function googleUseOf(db: ReadableDb): GoogleSettings | undefined {
  const settings = settingOf(db, 'google');
  return settings && connectionOf(db) === 'connected' ? { ...settings, cardsFor: 'on-request' } : settings;
}
