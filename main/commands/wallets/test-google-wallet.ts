import type { Refusal } from '../../../contracts/ipc/answer.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { googleSentences } from '../../../issuing/google/google-fault.ts';
import { classIdOf } from '../../../issuing/google/wallet-ids.ts';
import type { Writes } from '../../context.ts';
import { retryAll } from '../../store/outbox/outbox.ts';
import type { GoogleConnection } from '../../wallets/google-connection.ts';

/** Signs in at Google and asks for something of this issuer. Where that works, what had failed is tried again. */
export async function testGoogleWallet(
  station: Pick<Writes, 'db' | 'now' | 'announce'> & { readonly google: GoogleConnection },
): Promise<Result<Record<string, never>, Refusal<'google-off' | 'google-refused'>>> {
  const link = station.google.current();
  if (!link) return refuse({ reason: 'google-off' });
  const checked = await link.client.checkAccess(classIdOf(link.settings.issuerId, 'standard'));
  if (!checked.ok) {
    const { code } = checked.refusal;
    return refuse({ reason: 'google-refused', details: { code, ...googleSentences[code] } });
  }
  retryAll(station.db, 'google-object', station.now());
  station.announce(['system', 'passes']);
  return accept({});
}
