import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { cardLink } from '../../../issuing/google/save-link.ts';
import { objectIdOf } from '../../../issuing/google/wallet-ids.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { googleAccountOf } from '../../store/google-account.ts';
import { googleCardOf, wantGoogleCard } from '../../store/google-cards.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import type { KeptPass } from '../../store/passes.ts';
import { type GoogleLink, googleLinkOf } from './google-link.ts';
import { sendCard } from './send-card.ts';

/** Where a card that is not at Google yet is brought there, before the phone goes on to Google. */
export const googlePath = '/google';

/**
 * How a pass gets to Google Wallet: by the signed link where its card lies there, else by a page of ours that brings it
 * there first. Undefined where the centre does not use Google. `page`: the private page of the person.
 */
export async function googleWay(
  headquarters: Headquarters,
  db: CentreDb,
  { centre, pass, page }: { readonly centre: string; readonly pass: KeptPass; readonly page: string },
): Promise<string | undefined> {
  const account = await googleAccountOf(db);
  if (!account || pass.isVoided) return undefined;
  const isThere = (await googleCardOf(db, pass.passId))?.sentHash !== undefined;
  if (!isThere) return page + googlePath;
  return signedLink(googleLinkOf(headquarters, centre, account), pass);
}

/** Brings the card to Google if it is not there, and answers the signed link with which a phone saves it. */
export async function bringToGoogle(
  headquarters: Headquarters,
  centre: Centre,
  pass: KeptPass,
): Promise<Result<string, 'google-off' | 'not-now'>> {
  const { databases, now } = headquarters;
  const { account, card } = await inCentre(databases.app, centre.id, async (db) => ({
    account: await googleAccountOf(db),
    card: await googleCardOf(db, pass.passId),
  }));
  if (!account || pass.isVoided) return refuse('google-off');
  const link = googleLinkOf(headquarters, centre.id, account);
  if (card?.sentHash === undefined) {
    await inCentre(databases.app, centre.id, (db) => wantGoogleCard(db, centre.id, pass.passId, now()));
    const fault = await sendCard(headquarters, { centre, link }, pass.passId);
    if (fault) return refuse('not-now');
  }
  return accept(signedLink(link, pass));
}

function signedLink({ account, endpoints, issuerId }: GoogleLink, pass: KeptPass): string {
  const id = objectIdOf(issuerId, pass.passId);
  return cardLink({ account, saveUrl: endpoints.saveUrl }, id, pass.changedAt);
}
