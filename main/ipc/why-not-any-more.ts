import type { Access } from '../../domain/staff/roles.ts';
import { mayAsk } from '../../domain/staff/roles.ts';
import { staffIdOf } from '../../domain/staff/staff-id-of.ts';
import type { RefusedAsking } from '../store/tables/asking.ts';
import { callerOf, type SignedIn } from './caller-of.ts';
import type { Caller } from './handler.ts';

/** Looks again, when it comes to it, whether whoever asked is still signed in at that window and still may. */
export function whyNotAnyMore(
  station: SignedIn,
  access: Access,
  caller: Caller,
): () => RefusedAsking | undefined {
  const staffId = staffIdOf(caller.actor);
  const isHere = () => station.sessions.signedIn(station.db, caller.session)?.staffId === staffId;
  if (access === 'anyone' || staffId === undefined || !isHere()) return () => undefined;
  return () => {
    if (!isHere()) return 'signed-out';
    const may = mayAsk(access, callerOf(station, caller.session).roles);
    return may === 'yes' ? undefined : may;
  };
}
