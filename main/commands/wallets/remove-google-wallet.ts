import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { dropKind } from '../../store/outbox/outbox.ts';
import { removeSecret } from '../../store/secrets.ts';
import { removeSetting, settingOf } from '../../store/settings.ts';
import type { GoogleConnection } from '../../wallets/google-connection.ts';
import { runCommand } from '../run-command.ts';

/** Ends the use of Google Wallet and destroys the account's key here. Cards that are out there stay as they are. */
export function removeGoogleWallet(
  station: Writes & { readonly google: GoogleConnection },
  actor: Actor,
  requestId: string,
): Result<Record<string, never>, 'google-off'> {
  const { db, google } = station;
  const call = { name: 'remove-google', actor, requestId };
  const result = runCommand(station, call, () => {
    const settings = settingOf(db, 'google');
    if (!settings) return refuse('google-off');
    removeSetting(db, 'google');
    removeSecret(db, 'google-service-account');
    dropKind(db, 'google-object');
    dropKind(db, 'google-class');
    return accept({
      stream: 'centre',
      events: [{ type: 'GoogleWalletRemoved', version: 1, data: { issuerId: settings.issuerId } }],
      value: {},
    });
  });
  if (result.ok) google.reset();
  return result;
}
