import type { Station } from '../station.ts';
import type { Caller } from './handler.ts';

/** Who asks from this window, as of now. */
export function callerOf(station: Station, session: string): Caller {
  const signedIn = station.sessions.signedIn(station.db, session);
  if (!signedIn) return { session, actor: 'station', roles: undefined };
  const { staffId, roles, mustChangePin } = signedIn;
  return { session, actor: `staff:${staffId}`, roles: mustChangePin ? [] : roles };
}
