import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext, Server as TlsServer } from 'node:tls';
import { errorFacts } from '../domain/kernel/error-facts.ts';
import type { ServerLog } from './headquarters.ts';

/** Files of PEM: the private key, and the certificate with those that lead to its authority. */
export interface TlsFiles {
  readonly keyFile: string;
  readonly certificateFile: string;
}

export interface TlsIdentity {
  readonly key: Buffer;
  readonly cert: Buffer;
}

const LOOK_EVERY_MS = 10_000;

/** @throws TypeError with a sentence where the files cannot be read or do not belong together */
export function readTls({ keyFile, certificateFile }: TlsFiles): TlsIdentity {
  try {
    const identity = { key: readFileSync(keyFile), cert: readFileSync(certificateFile) };
    createSecureContext(identity);
    return identity;
  } catch (error) {
    throw new TypeError(
      `The TLS certificate ${certificateFile} and its key ${keyFile} cannot be used: ${(error as Error).message}`,
    );
  }
}

/**
 * Takes a renewed certificate while the server goes on; open connections keep the old one. The files are read again
 * rather than watched, since renewing often swaps a link. Files that do not fit, or only half of them, change nothing.
 */
export function followTls(
  files: TlsFiles,
  { server, log, everyMs = LOOK_EVERY_MS }: { server: unknown; log: ServerLog; everyMs?: number },
): { close(): void } {
  if (!(server instanceof TlsServer)) throw new TypeError('no server that speaks TLS');
  let seen = digestOf(files);
  const timer = setInterval(() => {
    const now = digestOf(files);
    if (now === seen) return;
    seen = now;
    try {
      server.setSecureContext(readTls(files));
      log.info({ code: 'tls-renewed' });
    } catch (error) {
      log.warn({ code: 'tls-files-unusable', ...errorFacts(error) });
    }
  }, everyMs);
  timer.unref();
  return { close: () => clearInterval(timer) };
}

/** Undefined while one of them is not there. */
function digestOf({ keyFile, certificateFile }: TlsFiles): string | undefined {
  try {
    const digest = createHash('sha256');
    for (const file of [keyFile, certificateFile]) digest.update(readFileSync(file)).update('\0');
    return digest.digest('hex');
  } catch {
    return undefined;
  }
}
