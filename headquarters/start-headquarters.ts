import { readFileSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { errorFacts } from '../domain/kernel/error-facts.ts';
import { type Instant, instantOf } from '../domain/kernel/instant.ts';
import { newId } from '../ledger/new-id.ts';
import { readUptime } from '../ledger/read-uptime.ts';
import { type App, buildApp } from './app.ts';
import { watchClock } from './clock-watch.ts';
import { firstAdministratorLink } from './features/console/first-administrator.ts';
import { openServerKeys } from './features/enrolment/server-keys.ts';
import { openPassAuthority } from './features/passes/pass-authority.ts';
import { appleEndpoint } from './features/wallet/apns-client.ts';
import type { Headquarters, ServerLog } from './headquarters.ts';
import { startFeedWriter } from './jobs/feed-writer.ts';
import { startGoogleSender } from './jobs/google-sender.ts';
import { startPassFollower } from './jobs/pass-follower.ts';
import { startSender } from './jobs/sender.ts';
import { startWebhookSender } from './jobs/webhook-sender.ts';
import { onceOpened } from './once-opened.ts';
import type { ServerSettings } from './settings.ts';
import {
  createDatabase,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './store/embedded/start-embedded-postgres.ts';

import { createNotices } from './store/notices.ts';
import { type Databases, openDatabases } from './store/open-databases.ts';
import { createPersonKeys } from './store/person-keys.ts';
import { assertSafeDirectory, assertStoreThere, serverKeyFile } from './store/safe-directory.ts';
import { followTls, readTls, type TlsIdentity } from './tls.ts';
import { version } from './version.ts';

export interface RunningHeadquarters {
  readonly address: string;
  /** Undefined once there is an administrator. */
  readonly firstAdministratorLink: string | undefined;
  readonly headquarters: Headquarters;
  readonly app: App;
  /** Answers what is under way, then lets go of the database. */
  close(): Promise<void>;
}

export interface StartParts {
  readonly settings: ServerSettings;
  readonly log?: ServerLog;
  /** The clock, where it is not the computer's: the trial and tests. */
  readonly now?: () => Instant;
}

/**
 * Starts everything: PostgreSQL where the operator has none, the schema, the server.
 * @throws StoreFault when the database cannot be used; nothing keeps running then.
 */
export async function startHeadquarters(parts: StartParts): Promise<RunningHeadquarters> {
  const { settings, log = pino({ base: undefined }) as ServerLog } = parts;
  const tls = settings.tls && readTls(settings.tls); // before anything runs that would have to be ended again
  assertSafeDirectory(settings.dir);
  if (!settings.databaseUrl) assertStoreThere(settings.dir);
  const embedded = settings.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dir: path.join(settings.dir, 'postgres') });
  try {
    const databases = await openDatabases({
      url: embedded ? await createDatabase(embedded, 'headquarters') : (settings.databaseUrl ?? ''),
      directUrl: settings.directUrl,
      keyFile: serverKeyFile(settings.dir),
      connectionLost: (error) => log.warn({ code: 'connection-lost', ...errorFacts(error) }),
    });
    return await listen({ ...parts, log, tls }, databases, embedded).catch(async (error: unknown) => {
      await databases.close();
      throw error;
    });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

interface Listening extends StartParts {
  readonly log: ServerLog;
  readonly tls: TlsIdentity | undefined;
}

async function listen(
  { settings, log, tls, now = () => instantOf(Date.now()) }: Listening,
  databases: Databases,
  embedded: EmbeddedPostgres | undefined,
): Promise<RunningHeadquarters> {
  // With port 0 the address is known only once the server listens; nobody can ask before.
  let address = settings.address ?? `${settings.tls ? 'https' : 'http'}://${settings.host}:${settings.port}`;
  const notices = createNotices(databases.directUrl, (error) =>
    log.warn({ code: 'connection-lost', ...errorFacts(error) }),
  );
  const { passFiles, apns } = walletParts(settings);
  const headquarters: Headquarters = {
    databases,
    key: databases.key,
    personKeys: createPersonKeys(databases.keys, databases.key),
    notices,
    now,
    clock: watchClock({ db: databases.app, now: () => instantOf(Date.now()), uptime: readUptime }),
    uptime: readUptime,
    newId,
    get address() {
      return address;
    },
    version,
    serverKeys: onceOpened(() => openServerKeys({ databases, key: databases.key })),
    passAuthority: onceOpened(() => openPassAuthority({ databases, key: databases.key, now, passFiles })),
    apns,
    google: settings.google,
    mail: mailOf(settings),
    webhooks: { allowedNetworks: settings.webhookNetworks ?? [] },
    log,
  };
  const app = await buildApp(headquarters, { tls, proxies: settings.proxies });
  const workers = [
    startFeedWriter,
    startPassFollower,
    startSender,
    startWebhookSender,
    startGoogleSender,
  ].map((start) => start(headquarters));
  const listening = await app.listen({ host: settings.host, port: settings.port });
  address = settings.address ?? listening;
  const renewal = settings.tls && followTls(settings.tls, { server: app.server, log });
  return {
    address,
    firstAdministratorLink: await firstAdministratorLink(headquarters),
    headquarters,
    app,
    async close() {
      renewal?.close();
      await app.close();
      for (const worker of workers) await worker.close();
      await notices.close();
      await databases.close();
      await embedded?.stop();
    },
  };
}

/** Apple is told of changes only where its own certificate signs the passes, or where a stand-in is named. */
function walletParts({ pass, apns }: ServerSettings) {
  const passFiles = pass && {
    certificate: readFileSync(pass.certificateFile),
    wwdr: readFileSync(pass.wwdrFile),
    privateKeyPem: readFileSync(pass.keyFile, 'utf8'),
  };
  const standIn = apns && {
    endpoint: apns.endpoint,
    alsoTrusted: apns.caFile === undefined ? undefined : readFileSync(apns.caFile, 'utf8'),
  };
  return { passFiles, apns: standIn ?? (passFiles ? { endpoint: appleEndpoint } : undefined) };
}

function mailOf({ mail }: ServerSettings): Headquarters['mail'] {
  if (!mail) return undefined;
  const url = new URL(mail.server);
  const isTls = url.protocol === 'smtps:';
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return {
    settings: {
      host: url.hostname,
      port: Number(url.port || (isTls ? 465 : 587)),
      security: isTls ? 'tls' : isHere ? 'none' : 'starttls',
      ...(url.username ? { user: decodeURIComponent(url.username) } : {}),
      senderName: mail.senderName,
      senderAddress: mail.senderAddress,
    },
    password: url.password ? decodeURIComponent(url.password) : undefined,
  };
}
