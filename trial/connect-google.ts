import { googleLinkOf } from '../headquarters/features/google/google-link.ts';
import { setGoogleAccount } from '../headquarters/features/google/set-google-account.ts';
import type { Headquarters } from '../headquarters/headquarters.ts';
import { googleAccountOf } from '../headquarters/store/google-account.ts';
import { forgetAllSent } from '../headquarters/store/google-cards.ts';
import { inCentre } from '../headquarters/store/open-databases.ts';
import type { GoogleSimulator } from '../issuing/google/simulated/start-simulator.ts';
import { makeTrialAccountFile, trialIssuerId } from '../issuing/google/simulated/trial-account.ts';

/** Lets the centre issue to the simulated Google, which forgets all cards with its process: they are sent anew. */
export async function connectGoogle(
  headquarters: Headquarters,
  centre: string,
  google: GoogleSimulator,
): Promise<void> {
  const { app } = headquarters.databases;
  const known = await inCentre(app, centre, googleAccountOf);
  if (!known) {
    const accountFile = Buffer.from(await makeTrialAccountFile()).toString('utf8');
    const set = await setGoogleAccount(headquarters, centre, {
      issuerId: trialIssuerId,
      accountFile,
      cardsFor: 'every-pass',
    });
    if (!set.ok) throw new Error(set.refusal.en);
  }
  const account = known ?? (await inCentre(app, centre, googleAccountOf));
  if (!account) return;
  google.register(googleLinkOf(headquarters, centre, account).account, account.issuerId);
  await inCentre(app, centre, (db) => forgetAllSent(db, headquarters.now()));
}
