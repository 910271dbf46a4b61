import type { GoogleFault } from '../../issuing/google/google-fault.ts';
import { signatureOf } from '../../issuing/google/save-link.ts';
import { objectIdOf } from '../../issuing/google/wallet-ids.ts';
import type { CardWrites } from '../context.ts';
import type { PassRow } from '../store/tables/passes/passes.ts';
import { googleObjectOf, keepSent } from '../store/tables/wallets/google-objects.ts';
import { blankCardOf, type CardSource } from '../wallets/card-of-pass.ts';
import type { GoogleLink } from '../wallets/google-connection.ts';
import { privateJwt } from '../wallets/save-jwt-of-pass.ts';

/**
 * A private pass lies on the phone alone: Google is only told that there is a new one, and only once somebody has
 * saved one. Phones that hold another signature fetch it from `updateUrl`.
 */
export async function noticePrivatePass(
  station: CardWrites,
  link: GoogleLink,
  pass: PassRow,
  present: CardSource | undefined,
): Promise<GoogleFault | undefined> {
  const { db, now } = station;
  const source = present ?? blankCardOf(station, pass);
  const { issuerId, updateUrl } = link.settings;
  const known = googleObjectOf(db, pass.pass_id);
  if (!source || !updateUrl || known?.sent_hash == null) return undefined;
  const signature = signatureOf(privateJwt(link, source, pass));
  if (known.sent_hash === signature) return undefined;
  const told = await link.client.setPassUpdateNotice({
    externalPassId: objectIdOf(issuerId, pass.pass_id),
    updatedPassJwtSignature: signature,
    updateUri: `${updateUrl}/${pass.pass_id}`,
  });
  if (!told.ok) return told.refusal;
  keepSent(db, { passId: pass.pass_id, revision: pass.revision, hash: signature, at: now() });
  return undefined;
}
