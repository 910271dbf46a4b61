import type { PassId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PassVoided } from '../../../domain/passes/events.ts';
import { decideVoidPass } from '../../../domain/passes/pass.ts';
import type { Headquarters } from '../../headquarters.ts';
import { type CentreDb, inCentreUnlessRefused } from '../../store/open-databases.ts';
import { changePass, holdPass } from '../../store/passes.ts';
import { loadPerson } from './person-history.ts';
import { recordEvents } from './record-events.ts';

export type VoidPassRefusal = 'pass-unknown' | 'pass-already-voided';

export interface VoidPass {
  readonly passId: PassId;
  readonly reason: PassVoided['data']['reason'];
  readonly actor: string;
}

/** A pass that was lost or is wrong counts no more; phones that have it are told. */
export function voidPass(
  headquarters: Headquarters,
  centre: string,
  command: VoidPass,
): Promise<Result<undefined, VoidPassRefusal>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre, (db) =>
    voidPassIn(headquarters, db, centre, command),
  );
}

/** The same in a transaction that is rolled back after a refusal. */
export async function voidPassIn(
  headquarters: Headquarters,
  db: CentreDb,
  centre: string,
  { passId, reason, actor }: VoidPass,
): Promise<Result<undefined, VoidPassRefusal>> {
  const pass = await holdPass(db, passId);
  if (!pass) return refuse('pass-unknown');
  const known = await loadPerson(headquarters, db, centre, pass.personId);
  // A person may have got another pass since: that one is not meant.
  if (known.pass.status !== 'none' && known.pass.passId !== pass.passId) return refuse('pass-unknown');
  const decided = decideVoidPass(known.pass, reason);
  if (!decided.ok) return decided;
  await recordEvents(headquarters, db, { centre, stream: pass.personId, actor, events: decided.value });
  const revision = pass.revision + 1;
  await changePass(db, centre, pass, { revision, isVoided: true }, headquarters.now());
  return accept(undefined);
}
