import { readServiceAccount, type ServiceAccount } from '../../issuing/google/service-account.ts';
import {
  createWalletClient,
  type GoogleEndpoints,
  googleEndpoints,
  type WalletClient,
} from '../../issuing/google/wallet-client.ts';
import type { WritableDb } from '../store/database.ts';
import { secretOf } from '../store/secrets.ts';
import { type GoogleSettings, settingOf } from '../store/settings.ts';

/** Google Wallet as this centre uses it right now. */
export interface GoogleLink {
  readonly settings: GoogleSettings;
  readonly account: ServiceAccount;
  readonly endpoints: GoogleEndpoints;
  readonly client: WalletClient;
}

/** The way to Google: undefined while the centre does not use it. Settings are read anew, the client is kept. */
export interface GoogleConnection {
  current(): GoogleLink | undefined;
  /** Where Google is; undefined in a trial whose simulator does not run: a trial never speaks to the real one. */
  endpoints(): GoogleEndpoints | undefined;
  pointTo(endpoints: GoogleEndpoints | undefined): void;
  /** Forgets the account that was in use: it was changed or removed. */
  reset(): void;
}

export interface GoogleConnectionParts {
  readonly db: WritableDb;
  readonly mode: 'trial' | 'live';
  readonly endpoints: GoogleEndpoints | undefined;
}

export function createGoogleConnection(parts: GoogleConnectionParts): GoogleConnection {
  const { db } = parts;
  let endpoints = parts.endpoints ?? (parts.mode === 'live' ? googleEndpoints : undefined);
  let opened: Pick<GoogleLink, 'account' | 'client' | 'endpoints'> | undefined;
  return {
    current() {
      const settings = settingOf(db, 'google');
      if (!settings || !endpoints) return undefined;
      opened ??= openAccount(db, endpoints);
      return opened && { settings, ...opened };
    },
    endpoints: () => endpoints,
    pointTo(next) {
      endpoints = next;
      opened = undefined;
    },
    reset() {
      opened = undefined;
    },
  };
}

function openAccount(db: WritableDb, endpoints: GoogleEndpoints) {
  const stored = secretOf(db, 'google-service-account');
  const account = stored && readServiceAccount(stored);
  if (!account?.ok) return undefined;
  return {
    account: account.value,
    endpoints,
    client: createWalletClient({ account: account.value, endpoints }),
  };
}
