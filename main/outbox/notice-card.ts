import { addMinutes } from '../../domain/kernel/instant.ts';
import { mostNotices, sendNotice } from '../../issuing/google/card-notice.ts';
import type { GoogleFault } from '../../issuing/google/google-fault.ts';
import type { GenericObject } from '../../issuing/google/wallet-resources.ts';
import type { Writes } from '../context.ts';
import type { PassRow } from '../store/tables/passes/passes.ts';
import { keepNotice, noticesSince, wasNoticed } from '../store/tables/wallets/google-objects.ts';
import type { GoogleLink } from '../wallets/google-connection.ts';

const MINUTES_A_DAY = 24 * 60;

/** Tells the phone that the card changed, once for each announced revision. */
export async function noticeCard(
  { db, now }: Pick<Writes, 'db' | 'now'>,
  { client }: GoogleLink,
  pass: PassRow,
  object: GenericObject,
): Promise<GoogleFault | undefined> {
  const messageId = `r${pass.revision}`;
  if (pass.announced === null || object.state !== 'ACTIVE') return undefined;
  if (wasNoticed(db, pass.pass_id, messageId)) return undefined;
  const mayRing = noticesSince(db, pass.pass_id, addMinutes(now(), -MINUTES_A_DAY)) < mostNotices;
  const sent = await sendNotice(client, object.id, { messageId, mayRing });
  if (!sent.ok) return sent.refusal;
  keepNotice(db, { passId: pass.pass_id, messageId, isNotifying: sent.value.rang, at: now() });
  return undefined;
}
