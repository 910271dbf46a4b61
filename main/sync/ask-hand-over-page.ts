import { handOverAnswer } from '../../contracts/sync/hand-over-contract.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { SyncLoop } from './known-loop.ts';

/** The private page at headquarters by which somebody fetches their pass. */
export async function askHandOverPage(
  { sync }: { readonly sync: SyncLoop },
  { personId }: { readonly personId: PersonId },
): Promise<Result<{ url: string }, 'headquarters-not-there' | 'pass-missing'>> {
  const answered = await sync.ask('/sync/v1/hand-over', handOverAnswer, { personId });
  if (!answered.ok) return refuse('headquarters-not-there');
  const { url } = answered.value;
  return url === undefined ? refuse('pass-missing') : accept({ url });
}
