import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { googleSentences } from '../../../issuing/google/google-fault.ts';
import { readServiceAccount, serviceAccountSentences } from '../../../issuing/google/service-account.ts';
import { classIdOf, isIssuerId } from '../../../issuing/google/wallet-ids.ts';
import type { Headquarters } from '../../headquarters.ts';
import {
  type CardsFor,
  googleAccountOf,
  type KeptGoogleAccount,
  keepGoogleAccount,
} from '../../store/google-account.ts';
import { forgetAllSent, tryCardsAgain } from '../../store/google-cards.ts';
import { inCentre } from '../../store/open-databases.ts';
import { accountBoxName, googleLinkOf } from './google-link.ts';

export interface GoogleAccountWish {
  readonly issuerId: string;
  /** Google's file for the service account; empty to keep the one that is set. */
  readonly accountFile: string;
  readonly cardsFor: CardsFor;
}

/** Lets a centre issue to Google Wallet, or changes how. Refused with the sentence that says what to do. */
export async function setGoogleAccount(
  headquarters: Headquarters,
  centre: string,
  { issuerId, accountFile, cardsFor }: GoogleAccountWish,
): Promise<Result<KeptGoogleAccount, Bilingual>> {
  const { databases, key, now } = headquarters;
  if (!isIssuerId(issuerId)) return refuse(issuerSentence);
  const before = await inCentre(databases.app, centre, googleAccountOf);
  const kept = accountFile === '' && before ? { mail: before.accountMail, box: before.box } : undefined;
  const read = kept ? undefined : readServiceAccount(Buffer.from(accountFile));
  if (read && !read.ok) return refuse(serviceAccountSentences[read.refusal]);
  const account: KeptGoogleAccount = {
    issuerId,
    cardsFor,
    accountMail: kept?.mail ?? read?.value.mail ?? '',
    box: kept?.box ?? key.wrap('secret', accountBoxName(centre), Buffer.from(accountFile)),
  };
  await inCentre(databases.app, centre, async (db) => {
    await keepGoogleAccount(db, centre, account);
    if (before?.issuerId !== issuerId) await forgetAllSent(db, now());
    else await tryCardsAgain(db, now());
  });
  return accept(account);
}

/** Asks Google whether the account may act for the issuer; undefined when it may, else the sentence that says why not. */
export async function askGoogle(
  headquarters: Headquarters,
  centre: string,
  account: KeptGoogleAccount,
): Promise<Bilingual | undefined> {
  const { client, issuerId } = googleLinkOf(headquarters, centre, account);
  const answer = await client.checkAccess(classIdOf(issuerId, 'standard'));
  return answer.ok ? undefined : googleSentences[answer.refusal.code];
}

const issuerSentence: Bilingual = {
  de: 'Die Ausstellernummer besteht nur aus Ziffern. Sie steht in der Google Pay & Wallet Console.',
  en: 'The issuer id is made of digits only. The Google Pay & Wallet Console shows it.',
};
