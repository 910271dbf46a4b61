import type { PassId } from '../../domain/kernel/ids.ts';
import type { PassSigning } from '../context.ts';
import { type PassFileRow, passById, passFileOf } from '../store/tables/passes/passes.ts';
import { signPasses } from './sign-passes.ts';

/**
 * The signed file of the pass as it stands now: signed here where the outbox has not come to it yet. Undefined
 * for a pass that is not to be handed over: voided, unknown, erased, or failing its checks.
 */
export async function presentPassFile(
  station: PassSigning,
  passId: PassId,
): Promise<PassFileRow | undefined> {
  const signed = signedFile(station, passId);
  if (signed !== 'to-sign') return signed;
  const [outcome] = await signPasses(station, [passId]);
  if (outcome?.kind === 'done') outcome.keep?.(station.db);
  const now = signedFile(station, passId);
  return now === 'to-sign' ? undefined : now;
}

function signedFile({ db }: PassSigning, passId: PassId): PassFileRow | 'to-sign' | undefined {
  const pass = passById(db, passId);
  if (pass?.status !== 'valid') return undefined;
  const file = passFileOf(db, passId);
  return file?.revision === pass.revision ? file : 'to-sign';
}
