import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { readJson } from '../../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { type DocumentSigner, readDocumentSigner } from '../hcert/document-signer.ts';

const ecKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
});
export type HealthCardKey = z.output<typeof ecKey>;

/**
 * A list that is given up at the first item which is wrong, or for its length: a fault told for each of millions takes
 * half a minute.
 */
function listOf<Item extends z.ZodType>(item: Item, most: number) {
  return z
    .unknown()
    .optional()
    .transform((value, context): z.output<Item>[] => {
      if (value === undefined) return [];
      const items = Array.isArray(value) && value.length <= most ? value : undefined;
      const read: z.output<Item>[] = [];
      const wrong = items?.findIndex((each) => {
        const one = item.safeParse(each);
        if (one.success) read.push(one.data);
        return !one.success;
      });
      if (items && wrong === -1) return read;
      context.addIssue({ code: 'custom', path: wrong === undefined ? [] : [wrong], message: 'no such list' });
      return z.NEVER;
    });
}

/** More signers than all states of the world had; a list of revocations may be longer. */
const MOST_SIGNERS = 8_000;
const MOST_KEYS = 100;
const MOST_REVOKED = 250_000;

/** The file: signers of both kinds, what was revoked, and how long it may be believed. */
const trustFile = z.object({
  version: z.literal(1),
  issuedAt: z.iso.datetime({ offset: true }),
  maximumAgeHours: z.number().positive().default(72),
  hcert: listOf(z.object({ certificate: z.string() }), MOST_SIGNERS),
  shc: listOf(z.object({ iss: z.string(), keys: listOf(ecKey, MOST_KEYS) }), MOST_SIGNERS),
  revoked: z
    .object({
      /** Key ids: hex of an HCERT signer, thumbprint of a health card key. */
      kids: listOf(z.string(), MOST_REVOKED),
      /** Hex of the first 16 bytes of SHA-256 over a UVCI or a health card's revocation id. */
      hashes: listOf(z.string().regex(/^[0-9a-f]{32}$/), MOST_REVOKED),
    })
    .prefault({}),
});

/** Whom a station believes, ready for use. */
export interface TrustList {
  readonly issuedAtMs: number;
  readonly maximumAgeMs: number;
  readonly documentSigners: readonly DocumentSigner[];
  readonly healthCardIssuers: ReadonlyMap<string, readonly HealthCardKey[]>;
  readonly revokedKids: ReadonlySet<string>;
  readonly revokedHashes: ReadonlySet<string>;
}

export interface TrustListFault {
  readonly code: 'not-json' | 'shape' | 'signer';
  readonly sentence: Bilingual;
}

/** Reads a trust list file; every entry must be good, since a signer left out silently is missed too late. */
export function parseTrustList(text: string): Result<TrustList, TrustListFault> {
  const json = readJson(text);
  if (json === undefined) return refuse(fault('not-json', 'kein JSON.', 'not JSON.'));
  const file = trustFile.safeParse(json);
  if (!file.success) {
    const where = file.error.issues[0]?.path.join('.') ?? '';
    return refuse(fault('shape', `bei „${where}“ nicht lesbar.`, `not readable at '${where}'.`));
  }
  const { issuedAt, maximumAgeHours, hcert, shc, revoked } = file.data;
  const documentSigners: DocumentSigner[] = [];
  for (const [index, { certificate }] of hcert.entries()) {
    const signer = readDocumentSigner(Buffer.from(certificate, 'base64'));
    if (!signer.ok) {
      const at = index + 1;
      return refuse(
        fault('signer', `: Zertifikat ${at} ist nicht lesbar.`, `: certificate ${at} cannot be read.`),
      );
    }
    documentSigners.push(signer.value);
  }
  return accept({
    issuedAtMs: Date.parse(issuedAt),
    maximumAgeMs: maximumAgeHours * 3_600_000,
    documentSigners,
    healthCardIssuers: new Map(shc.map(({ iss, keys }) => [iss, keys])),
    revokedKids: new Set(revoked.kids),
    revokedHashes: new Set(revoked.hashes),
  });
}

export function isTooOld(trust: TrustList, atMs: number): boolean {
  return atMs - trust.issuedAtMs > trust.maximumAgeMs;
}

/** How a revocation list names a certificate without giving its identifier away. */
export function revocationHash(identifier: string): string {
  return createHash('sha256').update(identifier).digest('hex').slice(0, 32);
}

function fault(code: TrustListFault['code'], de: string, en: string): TrustListFault {
  const glue = de.startsWith(':') ? '' : ' ist ';
  const glueEn = en.startsWith(':') ? '' : ' is ';
  return {
    code,
    sentence: {
      de: `Die Vertrauensliste${glue}${de} Bitte eine neue Datei holen.`,
      en: `The trust list${glueEn}${en} Please fetch a new file.`,
    },
  };
}
