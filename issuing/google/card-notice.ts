import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { accept, type Result } from '../../domain/kernel/result.ts';
import type { GoogleFault } from './google-fault.ts';
import { localized } from './localized-string.ts';
import type { WalletClient } from './wallet-client.ts';
import type { WalletMessage } from './wallet-resources.ts';

/** Google lets a card ring three times in 24 hours; what is above goes onto the card silently. */
export const mostNotices = 3;

/**
 * Tells the phone that a card changed, with a sound where it may. What it says is neutral: a lock screen is no place
 * for what was done to somebody. Answers whether it rang.
 */
export async function sendNotice(
  client: Pick<WalletClient, 'addMessage'>,
  objectId: string,
  { messageId, mayRing }: { readonly messageId: string; readonly mayRing: boolean },
): Promise<Result<{ readonly rang: boolean }, GoogleFault>> {
  const send = (messageType: WalletMessage['messageType']) =>
    client.addMessage(objectId, messageOf(messageId, messageType));
  const first = await send(mayRing ? 'TEXT_AND_NOTIFY' : 'TEXT');
  if (first.ok) return accept({ rang: mayRing });
  if (first.refusal.code !== 'notice-quota-exceeded') return first;
  const silent = await send('TEXT');
  return silent.ok ? accept({ rang: false }) : silent;
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
