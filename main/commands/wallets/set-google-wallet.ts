import type { Refusal } from '../../../contracts/ipc/answer.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { OutboxDraft } from '../../../domain/outbox/outbox-draft.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { readServiceAccount, serviceAccountSentences } from '../../../issuing/google/service-account.ts';
import { isIssuerId } from '../../../issuing/google/wallet-ids.ts';
import type { Writes } from '../../context.ts';
import { retryAll } from '../../store/outbox/outbox.ts';
import { keepSecret, secretOf } from '../../store/secrets.ts';
import { type GoogleSettings, keepSetting, settingOf } from '../../store/settings.ts';
import { validPassIds } from '../../store/tables/passes/passes.ts';
import { forgetSent } from '../../store/tables/wallets/google-objects.ts';
import type { GoogleConnection } from '../../wallets/google-connection.ts';
import { runCommand } from '../run-command.ts';

export interface SetGoogleWalletInput {
  readonly requestId?: string;
  readonly issuerId: string;
  /** The file of the service account as Google hands it out; absent to keep the one that is set. */
  readonly accountFile?: Uint8Array;
  readonly mode: GoogleSettings['mode'];
  readonly cardsFor: GoogleSettings['cardsFor'];
  readonly updateUrl?: string;
}

export type SetGoogleRefusal =
  | 'issuer-id-wrong'
  | 'account-file-missing'
  | 'account-refused'
  | 'update-url-wrong';

/** Lets the centre issue to Google Wallet, or changes how. The key of the account stays in the encrypted store. */
export function setGoogleWallet(
  station: Writes & { readonly google: GoogleConnection },
  actor: Actor,
  { requestId, accountFile, ...wish }: SetGoogleWalletInput,
): Result<Record<string, never>, Refusal<SetGoogleRefusal>> {
  const { db, now, google } = station;
  const call = { name: 'set-google', actor, requestId };
  const result = runCommand<Record<string, never>, Refusal<SetGoogleRefusal>>(station, call, () => {
    if (!isIssuerId(wish.issuerId)) return refuse({ reason: 'issuer-id-wrong' });
    if (wish.updateUrl && !isPublicAddress(wish.updateUrl)) return refuse({ reason: 'update-url-wrong' });
    const file = accountFile ?? secretOf(db, 'google-service-account');
    if (!file) return refuse({ reason: 'account-file-missing' });
    const account = readServiceAccount(file);
    if (!account.ok) {
      const details = { code: account.refusal, ...serviceAccountSentences[account.refusal] };
      return refuse({ reason: 'account-refused', details });
    }
    const before = settingOf(db, 'google');
    const settings: GoogleSettings = { ...wish, accountMail: account.value.mail };
    keepSecret(db, 'google-service-account', file);
    keepSetting(db, 'google', settings);
    const isOther = before?.issuerId !== settings.issuerId || before.mode !== settings.mode;
    const outbox = isOther ? cardsAnew(station, settings) : [];
    retryAll(db, 'google-object', now());
    const { issuerId, accountMail, mode, cardsFor } = settings;
    return accept({
      stream: 'centre',
      events: [{ type: 'GoogleWalletSet', version: 1, data: { issuerId, accountMail, mode, cardsFor } }],
      outbox,
      value: {},
    });
  });
  if (result.ok) google.reset();
  return result;
}

/** Another issuer knows none of the cards: they are sent anew, behind everything that somebody waits for. */
function cardsAnew({ db }: Writes, { cardsFor }: GoogleSettings): OutboxDraft[] {
  const wanted = forgetSent(db);
  const passIds = cardsFor === 'every-pass' ? validPassIds(db) : wanted;
  return passIds.map((subject) => ({ kind: 'google-object', subject, priority: 'bulk' }));
}

function isPublicAddress(text: string): boolean {
  return /^https:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[\w./-]*)?$/i.test(text) && !text.endsWith('/');
}
