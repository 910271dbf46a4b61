import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import type { GoogleFault } from '../../issuing/google/google-fault.ts';
import { localized } from '../../issuing/google/localized-string.ts';
import type { GenericObject, WalletMessage } from '../../issuing/google/wallet-resources.ts';
import type { Writes } from '../context.ts';
import type { PassRow } from '../store/tables/passes/passes.ts';
import { keepNotice, noticesSince, wasNoticed } from '../store/tables/wallets/google-objects.ts';
import type { GoogleLink } from '../wallets/google-connection.ts';

/** Google lets a card ring three times in 24 hours; what is above goes onto the card silently. */
export const mostNotices = 3;
const MINUTES_A_DAY = 24 * 60;

/**
 * Tells the phone that the card changed, once for each announced revision. What it says is neutral: a lock screen
 * is no place for what was done to somebody.
 */
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
  const send = (messageType: WalletMessage['messageType']) =>
    client.addMessage(object.id, messageOf(messageId, messageType));
  let isNotifying = mayRing;
  let sent = await send(mayRing ? 'TEXT_AND_NOTIFY' : 'TEXT');
  if (!sent.ok && sent.refusal.code === 'notice-quota-exceeded') {
    isNotifying = false;
    sent = await send('TEXT');
  }
  if (!sent.ok) return sent.refusal;
  keepNotice(db, { passId: pass.pass_id, messageId, isNotifying, at: now() });
  return undefined;
}

function messageOf(id: string, messageType: WalletMessage['messageType']): WalletMessage {
  return {
    id,
    messageType,
    header: title.de,
    body: text.de,
    localizedHeader: localized(title),
    localizedBody: localized(text),
  };
}

const title: Bilingual = { de: 'Ihre Karte wurde aktualisiert', en: 'Your card was updated' };
const text: Bilingual = {
  de: 'Bitte öffnen Sie die Karte, um den neuesten Stand zu sehen.',
  en: 'Please open the card to see its newest state.',
};
