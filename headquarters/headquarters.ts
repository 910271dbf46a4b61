import type { MailSettings } from '../contracts/ipc/handover-contract.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { GoogleEndpoints } from '../issuing/google/wallet-client.ts';
import type { Uptime } from '../ledger/read-uptime.ts';
import type { ClockWatch } from './clock-watch.ts';
import type { ServerKeys } from './features/enrolment/server-keys.ts';
import type { PassAuthority } from './features/passes/pass-authority.ts';
import type { Notices } from './store/notices.ts';
import type { Databases } from './store/open-databases.ts';
import type { PersonKeys } from './store/person-keys.ts';
import type { ServerKey } from './store/server-key.ts';

/** What the features of headquarters share; put together in one place (`compose.ts`). */
export interface Headquarters {
  readonly databases: Databases;
  readonly key: ServerKey;
  readonly personKeys: PersonKeys;
  readonly notices: Notices;
  readonly now: () => Instant;
  /** Of the computer's clock, which `now` follows; in a trial the weeks that are let pass come on top. */
  readonly clock: ClockWatch;
  /** What a span of time is measured by; by `now` alone when left out. */
  readonly uptime?: () => Uptime;
  readonly newId: () => string;
  /** How the outside reaches this server, without a trailing slash: `https://impfpass.example`. */
  readonly address: string;
  readonly version: string;
  /** The keys by which stations know this server. */
  readonly serverKeys: () => Promise<ServerKeys>;
  /** Who signs passes. */
  readonly passAuthority: () => Promise<PassAuthority>;
  /** Where phones are told of changes; nobody is told when left out. */
  readonly apns?: { readonly endpoint: string; readonly alsoTrusted?: string };
  /** Where Google is, where it is not Google itself: a trial's stand-in. */
  readonly google?: GoogleEndpoints | undefined;
  /** The mail server; nobody is written to when left out. */
  readonly mail?: { readonly settings: MailSettings; readonly password?: string };
  /** Networks of one's own in which endpoints of webhooks may be; none when left out. */
  readonly webhooks?: { readonly allowedNetworks: readonly string[]; readonly deadlineMs?: number };
  readonly log: ServerLog;
}

/** Codes and plain facts for whoever runs the server; never anything about a person. */
export interface ServerLog {
  info(facts: { readonly code: string } & LogFacts): void;
  warn(facts: { readonly code: string } & LogFacts): void;
  error(facts: { readonly code: string } & LogFacts): void;
}

type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;
