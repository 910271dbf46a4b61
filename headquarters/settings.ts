import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withoutEnd } from '../domain/kernel/without-end.ts';
import type { GoogleEndpoints } from '../issuing/google/wallet-client.ts';
import { readNetworks } from './features/webhooks/allowed-address.ts';
import type { TlsFiles } from './tls.ts';

export interface ServerSettings {
  /** Holds the server's key, and PostgreSQL where the operator has none. */
  readonly dir: string;
  readonly host: string;
  readonly port: number;
  /** How the outside reaches this server; its own loopback address when left out. */
  readonly address?: string;
  readonly databaseUrl?: string;
  readonly directUrl?: string;
  /** For a server that speaks TLS itself; the files are taken anew when they change. */
  readonly tls?: TlsFiles;
  /** Apple's pass certificate: files of PEM. Without them passes are signed by a trial's, which no phone trusts. */
  readonly pass?: { readonly certificateFile: string; readonly wwdrFile: string; readonly keyFile: string };
  /** The mail server: `smtps://user:password@host:465`, or `smtp://` with STARTTLS (none on this computer alone). */
  readonly mail?: { readonly server: string; readonly senderName: string; readonly senderAddress: string };
  /** Networks of one's own in which endpoints of webhooks may be, also without TLS: `10.1.0.0/16`. */
  readonly webhookNetworks?: readonly string[];
  /** Networks of the proxies in front of this server, which name who asks and by which name: `10.0.0.7/32`. */
  readonly proxies?: readonly string[];
  /** Where phones are told of changes, where it is not Apple itself. */
  readonly apns?: { readonly endpoint: string; readonly caFile?: string };
  /** Where Google is, where it is not Google itself. */
  readonly google?: GoogleEndpoints;
}

/** Reads words of the command line, then the environment. @throws TypeError for what nobody can make sense of */
export function readSettings(words: readonly string[], env: NodeJS.ProcessEnv): ServerSettings {
  const { values } = parseArgs({
    args: [...words],
    options: {
      dir: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      address: { type: 'string' },
      'tls-key': { type: 'string' },
      'tls-certificate': { type: 'string' },
    },
  });
  return {
    dir: values.dir ?? env.HEADQUARTERS_DIR ?? defaultDirectory(env),
    host: values.host ?? env.HEADQUARTERS_HOST ?? '127.0.0.1',
    port: portOf(values.port ?? env.HEADQUARTERS_PORT ?? '8420'),
    address: withoutEnd(values.address ?? env.HEADQUARTERS_ADDRESS ?? '', '/') || undefined,
    databaseUrl: env.DATABASE_URL || undefined,
    directUrl: env.DATABASE_DIRECT_URL || undefined,
    tls: tlsFilesOf(
      values['tls-key'] ?? env.HEADQUARTERS_TLS_KEY,
      values['tls-certificate'] ?? env.HEADQUARTERS_TLS_CERTIFICATE,
    ),
    pass: passFilesOf(env),
    mail:
      env.HEADQUARTERS_MAIL && env.HEADQUARTERS_MAIL_FROM
        ? {
            server: env.HEADQUARTERS_MAIL,
            senderAddress: env.HEADQUARTERS_MAIL_FROM,
            senderName: env.HEADQUARTERS_MAIL_NAME ?? 'Impfpass',
          }
        : undefined,
    webhookNetworks: networksOf(env.HEADQUARTERS_WEBHOOK_NETWORKS),
    proxies: networksOf(env.HEADQUARTERS_PROXIES),
    apns: env.HEADQUARTERS_APNS
      ? { endpoint: env.HEADQUARTERS_APNS, caFile: env.HEADQUARTERS_APNS_CA || undefined }
      : undefined,
  };
}

/** One without the other is a mistake that would leave the server without TLS. */
function tlsFilesOf(keyFile?: string, certificateFile?: string): TlsFiles | undefined {
  if (keyFile && certificateFile) return { keyFile, certificateFile };
  if (keyFile || certificateFile)
    throw new TypeError('TLS needs both files: --tls-key and --tls-certificate.');
  return undefined;
}

function passFilesOf(env: NodeJS.ProcessEnv): ServerSettings['pass'] {
  const certificateFile = env.HEADQUARTERS_PASS_CERTIFICATE;
  const wwdrFile = env.HEADQUARTERS_PASS_WWDR;
  const keyFile = env.HEADQUARTERS_PASS_KEY;
  return certificateFile && wwdrFile && keyFile ? { certificateFile, wwdrFile, keyFile } : undefined;
}

function networksOf(text = ''): string[] {
  const networks = text.split(/[\s,]+/).filter(Boolean);
  readNetworks(networks);
  return networks;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError(`'${text}' is no port.`);
  return port;
}

function defaultDirectory(env: NodeJS.ProcessEnv): string {
  const home = os.homedir();
  const base =
    process.platform === 'win32'
      ? (env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
      : (env.XDG_DATA_HOME ?? path.join(home, '.local', 'share'));
  return path.join(base, 'impfpass-headquarters');
}
