import { epochMsOf } from '../../domain/kernel/instant.ts';
import { readServiceAccount } from '../../issuing/google/service-account.ts';
import {
  type GoogleSimulator,
  startGoogleSimulator,
} from '../../issuing/google/simulated/start-simulator.ts';
import { trialIssuerId } from '../../issuing/google/simulated/trial-account.ts';
import { setGoogleWallet } from '../commands/wallets/set-google-wallet.ts';
import type { Station } from '../station.ts';
import { enqueue } from '../store/outbox/outbox.ts';
import { forgetSent } from '../store/tables/wallets/google-objects.ts';
import { makeTrialAccount, trialAccountFile } from './trial-google-account.ts';

/**
 * Gives a trial centre a Google of its own on this machine, so that every step can be tried without an account.
 * It forgets all cards with the process; they are sent again at the next start.
 */
export async function startTrialGoogle(station: Station): Promise<GoogleSimulator> {
  const { db, now, google } = station;
  const known = trialAccountFile(db);
  const file = known ?? (await makeTrialAccount(db));
  const account = readServiceAccount(file);
  if (!account.ok) throw new Error(`the account of the trial is unusable: ${account.refusal}`);
  const simulator = await startGoogleSimulator(() => epochMsOf(now()), 0, Date.now);
  simulator.register({ mail: account.value.mail, key: account.value.key }, trialIssuerId);
  google.pointTo(simulator.endpoints);
  if (!known)
    setGoogleWallet(station, 'trial', {
      issuerId: trialIssuerId,
      accountFile: file,
      mode: 'neutral',
      cardsFor: 'every-pass',
    });
  else
    db.transact(() =>
      enqueue(
        db,
        now(),
        forgetSent(db).map((subject) => ({ kind: 'google-object', subject })),
      ),
    );
  return simulator;
}
