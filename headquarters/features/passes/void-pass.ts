import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PassVoided } from '../../../domain/passes/events.ts';
import { decideVoidPass } from '../../../domain/passes/pass.ts';
import type { Headquarters } from '../../headquarters.ts';
import { inCentreUnlessRefused } from '../../store/open-databases.ts';
import { changePass, holdPass } from '../../store/passes.ts';
import { loadPerson } from './person-history.ts';
import { recordEvents } from './record-events.ts';

export type VoidPassRefusal = 'pass-unknown' | 'pass-already-voided';

/** A pass that was lost or is wrong counts no more; phones that have it are told. */
export async function voidPass(
  headquarters: Headquarters,
  centre: string,
  {
    passId,
    reason,
    actor,
  }: { readonly passId: string; readonly reason: PassVoided['data']['reason']; readonly actor: string },
): Promise<Result<undefined, VoidPassRefusal>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre, async (db) => {
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
  });
}
