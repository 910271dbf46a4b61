import { randomBytes, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { makeUvci } from '../../../../domain/certificates/uvci.ts';
import {
  type CertificateFacts,
  vaccinationCertificate,
} from '../../../../domain/certificates/vaccination-entry.ts';
import { addMinutes, type Instant, instantOf } from '../../../../domain/kernel/instant.ts';
import {
  type BirthDate,
  type PlainDate,
  parseBirthDate,
  parsePlainDate,
} from '../../../../domain/kernel/plain-date.ts';
import { readJson } from '../../../../domain/kernel/read-json.ts';
import {
  type CertificateSigner,
  createCertificateSigner,
} from '../../../../issuing/certificate/certificate-signer.ts';
import { issueHcert } from '../../../../issuing/certificate/hcert/issue-hcert.ts';
import { issueHealthCard } from '../../../../issuing/certificate/shc/issue-health-card.ts';
import { createTrialOrganisation, trialCountry } from '../../../../issuing/certificate/trial-organisation.ts';
import { ownTrustList } from '../../../../issuing/certificate/trust/own-trust-list.ts';
import { closeStation } from '../../../compose.ts';
import { currentDocumentSigner } from '../../../queries/wallets/document-signers.ts';
import { mostBytesOf, readForeignText } from '../../../read-foreign-file.ts';
import type { CliCommand, CliIo } from '../../cli-command.ts';
import { openStation } from '../../open-station.ts';
import { readOptions, withStoreFaults } from '../../options.ts';

export const command: CliCommand = {
  summary: 'issues a vaccination certificate (EU HCERT, SMART Health Card) from JSON facts',
  usage:
    'station certificate issue (--trial | --dir DIR --issuer-url URL | --key PEM --certificate FILE --issuer-url URL) [--facts FILE] [--days N] [--json]',
  async run(args, io) {
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    return withStoreFaults(io, words.values.json ?? false, () => issueAsAsked(words.values, io));
  },
};

async function issueAsAsked(values: Wish, io: CliIo): Promise<number> {
  const now = instantOf(Date.now());
  const signer = await signerOf(values, now, io);
  const facts = await factsOf(values.facts, values.trial ?? false, io);
  const days = Number(values.days ?? 365);
  if (!signer || !facts) return 2;
  if (!Number.isInteger(days) || days < 1) {
    io.err('--days is a whole number of days, at least 1.');
    return 2;
  }
  const issuerUrl = values['issuer-url'] ?? 'https://trial.invalid/issuer';
  const trust = values.trial ? { trust: JSON.parse(ownTrustList(signer, issuerUrl, now)) } : {};
  const expiresAt = addMinutes(now, days * 24 * 60);
  return issue({ facts, signer, issuerUrl, issuedAt: now, expiresAt }, values.json ?? false, trust, io);
}

const config = {
  trial: { type: 'boolean' },
  dir: { type: 'string' },
  key: { type: 'string' },
  certificate: { type: 'string' },
  'issuer-url': { type: 'string' },
  facts: { type: 'string' },
  days: { type: 'string' },
  json: { type: 'boolean' },
} as const;

interface Wish {
  readonly trial?: boolean;
  readonly dir?: string;
  readonly key?: string;
  readonly certificate?: string;
  readonly 'issuer-url'?: string;
  readonly facts?: string;
  readonly days?: string;
  readonly json?: boolean;
}

const wanted = z.object({
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string().refine((text) => parseBirthDate(text) !== undefined),
  authorisation: z.string(),
  ordinal: z.int(),
  seriesDoses: z.int(),
  givenOn: z.string().refine((text) => parsePlainDate(text) !== undefined),
  lot: z.string().optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('DE'),
  issuer: z.string(),
});

interface Order {
  readonly facts: CertificateFacts;
  readonly signer: CertificateSigner;
  readonly issuerUrl: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

async function issue(order: Order, isJson: boolean, trust: object, io: CliIo): Promise<number> {
  const { facts, signer, issuerUrl, issuedAt, expiresAt } = order;
  const entry = vaccinationCertificate(facts);
  if (!entry.ok) {
    if (isJson) io.out(JSON.stringify({ ok: false, reason: entry.refusal }));
    io.err(`No certificate can be issued from these facts: ${entry.refusal}.`);
    return 1;
  }
  const hcert = await issueHcert(entry.value, facts.country, { issuedAt, expiresAt }, signer);
  const card = await issueHealthCard(facts, issuerUrl, issuedAt, signer);
  const shc = card.ok ? { shc: card.value } : { shcRefusal: card.refusal };
  if (isJson)
    io.out(JSON.stringify({ ok: true, certificateId: facts.certificateId, hcert, ...shc, ...trust }));
  else for (const text of [hcert, ...(card.ok ? [card.value] : [])]) io.out(text);
  return 0;
}

async function signerOf(values: Wish, now: Instant, io: CliIo): Promise<CertificateSigner | undefined> {
  if (values.dir !== undefined && values['issuer-url'] !== undefined) return centreSigner(values.dir, io);
  const files = values.trial ? await createTrialOrganisation(now, randomBytes) : await filesOf(values);
  if (!files) {
    io.err(`A key, its certificate and the issuer's address are needed.\nUsage: ${command.usage}`);
    return undefined;
  }
  const signer = createCertificateSigner(files.privateKeyPem, files.certificate);
  if (signer.ok) return signer.value;
  io.err(`The key cannot sign certificates: ${signer.refusal}.`);
  return undefined;
}

/** The signer that the centre imported on its screen. */
async function centreSigner(dir: string, io: CliIo): Promise<CertificateSigner | undefined> {
  const station = await openStation(dir);
  try {
    const signer = currentDocumentSigner(station);
    if (!signer)
      io.err('This centre has no certificate in force that vaccination certificates are signed with.');
    return signer;
  } finally {
    closeStation(station);
  }
}

async function filesOf({ key, certificate, 'issuer-url': issuerUrl }: Wish) {
  if (key === undefined || certificate === undefined || issuerUrl === undefined) return undefined;
  try {
    const der = new X509Certificate(await readFile(certificate)).raw;
    return { privateKeyPem: await readFile(key, 'utf8'), certificate: new Uint8Array(der) };
  } catch {
    return undefined;
  }
}

async function factsOf(
  file: string | undefined,
  isTrial: boolean,
  io: CliIo,
): Promise<CertificateFacts | undefined> {
  const source =
    file === undefined ? await textOf(io.stdin) : ((await readForeignText(file, mostBytesOf.facts)) ?? '');
  const parsed = wanted.safeParse(readJson(source));
  if (!parsed.success) {
    io.err(`The facts are not complete JSON: ${parsed.error.issues[0]?.path.join('.') || 'not readable'}.`);
    return undefined;
  }
  const { birthDate, givenOn, ...facts } = parsed.data;
  const country = isTrial ? trialCountry : facts.country;
  const certificateId = makeUvci(country, randomBytes(16).toString('hex').toUpperCase());
  return {
    ...facts,
    country,
    certificateId,
    birthDate: birthDate as BirthDate,
    givenOn: givenOn as PlainDate,
  };
}
