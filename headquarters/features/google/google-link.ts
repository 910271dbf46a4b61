import { readServiceAccount, type ServiceAccount } from '../../../issuing/google/service-account.ts';
import {
  createWalletClient,
  type GoogleEndpoints,
  googleEndpoints,
  type WalletClient,
} from '../../../issuing/google/wallet-client.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { CardsFor, KeptGoogleAccount } from '../../store/google-account.ts';
import { createKept } from '../passes/kept.ts';

/** Google Wallet as one centre uses it. */
export interface GoogleLink {
  readonly issuerId: string;
  readonly cardsFor: CardsFor;
  readonly account: ServiceAccount;
  readonly endpoints: GoogleEndpoints;
  readonly client: WalletClient;
}

/** Under which the account of a centre is wrapped. */
export function accountBoxName(centre: string): string {
  return `google-account.${centre}`;
}

// By the wrapped account: another one is another client, and the same keeps its token and its pace.
const opened = createKept<Pick<GoogleLink, 'account' | 'client' | 'endpoints'>>(200);

/** @throws when what is kept is no account: it was checked before it was kept */
export function googleLinkOf(
  { key, google = googleEndpoints }: Pick<Headquarters, 'key' | 'google'>,
  centre: string,
  { box, issuerId, cardsFor }: KeptGoogleAccount,
): GoogleLink {
  const parts = opened.of(`${google.baseUrl} ${box.toString('base64')}`, () => {
    const read = readServiceAccount(key.unwrap('secret', accountBoxName(centre), box));
    if (!read.ok) throw new Error(`the Google account of a centre is unusable: ${read.refusal}`);
    const account = read.value;
    return { account, endpoints: google, client: createWalletClient({ account, endpoints: google }) };
  });
  return { ...parts, issuerId, cardsFor };
}
