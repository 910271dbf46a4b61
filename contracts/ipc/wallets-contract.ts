import { z } from 'zod';
import { barcodeFormats } from '../../domain/passes/pass-template.ts';
import { command, query } from './channel.ts';
import { bilingual, instant, language, passId, personId, requestId } from './schemas.ts';

const leads = ['site-lead', 'headquarters'] as const;
const seesPasses = ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'] as const;

const MOST_FILES = 4;
const MOST_BASE64 = 1_400_000;

/** A file that somebody chose, in base64. */
const chosenFile = z.object({ name: z.string().max(200), content: z.base64().max(MOST_BASE64) });

/** A certificate, its chain and its key, in whatever files they came. */
const certificateFiles = z.object({
  requestId,
  files: z.array(chosenFile).min(1).max(MOST_FILES),
  passphrase: z.string().max(200).optional(),
});

export const expiryLevel = z.enum(['fine', 'notice', 'soon', 'urgent', 'expired']);

/** From when to when something signs, and how near its end is. */
const validity = z.object({
  notBefore: instant,
  notAfter: instant,
  isTrial: z.boolean(),
  /** What is made next is signed with it. */
  isInUse: z.boolean(),
  level: expiryLevel,
  daysLeft: z.number(),
  sentence: bilingual.optional(),
});

export const passCertificateView = z.object({
  fingerprint: z.string(),
  passTypeId: z.string(),
  teamId: z.string(),
  ...validity.shape,
});
export type PassCertificateView = z.output<typeof passCertificateView>;

/** Who signs vaccination certificates (HCERT), as its certificate says. */
export const documentSignerView = z.object({
  kid: z.string(),
  country: z.string(),
  subject: z.string(),
  /** What it may state. */
  states: z.array(z.enum(['vaccination', 'test', 'recovery'])),
  ...validity.shape,
});
export type DocumentSignerView = z.output<typeof documentSignerView>;

export const centreDetails = z.object({
  name: z.string().trim().max(80),
  address: z.string().trim().max(160),
  phone: z.string().trim().max(40),
  timeZone: z.string().max(60),
  /** Five digits of the AGS, or empty. */
  districtKey: z.string().trim().max(5).default(''),
});

export const googleView = z.object({
  issuerId: z.string(),
  accountMail: z.string(),
  mode: z.enum(['neutral', 'private']),
  cardsFor: z.enum(['every-pass', 'on-request']),
  updateUrl: z.string().optional(),
  sent: z.number(),
  waiting: z.number(),
  failed: z.number(),
  /** Why the oldest card that is not there yet is not. */
  fault: bilingual.optional(),
});
export type GoogleView = z.output<typeof googleView>;

const walletsOverview = z.object({
  mode: z.enum(['trial', 'live']),
  centre: centreDetails,
  certificates: z.array(passCertificateView),
  /** Requests that may still be answered, the newest first. */
  requests: z.array(z.object({ id: z.string(), organisation: z.string(), createdAt: instant })),
  /** Passes that cannot be signed for want of a certificate. */
  waitingPasses: z.number(),
  documentSigners: z.array(documentSignerView),
  google: googleView.optional(),
});
export type WalletsOverview = z.output<typeof walletsOverview>;

const cardRow = z.object({ id: z.string(), label: z.string(), value: z.string() });

/** A card as Google Wallet draws it. */
export const googleCard = z.object({
  title: z.string(),
  label: z.string(),
  header: z.string(),
  background: z.string(),
  isActive: z.boolean(),
  rows: z.array(cardRow),
  details: z.array(cardRow),
  barcode: z.string().optional(),
  barcodeFormat: z.enum(barcodeFormats).optional(),
  alternateText: z.string().optional(),
});
export type GoogleCardView = z.output<typeof googleCard>;

export const walletsContract = {
  'wallets.overview': query({ access: leads, input: z.object({}), output: walletsOverview }),
  'wallets.describe-centre': command({
    access: leads,
    input: centreDetails.extend({ requestId }),
    /** A new name: how many passes still show the former one. */
    output: z.object({
      renamed: z.object({ formerName: z.string(), passes: z.number() }).optional(),
    }),
    refusals: ['centre-name-missing', 'time-zone-unknown', 'time-zone-fixed', 'district-key-invalid'],
  }),
  /** Brings the new name onto all valid passes. */
  'wallets.push-centre-name': command({
    access: leads,
    input: z.object({ requestId, formerName: z.string().max(80) }),
    output: z.object({ version: z.number(), passes: z.number() }),
    refusals: ['nothing-to-push'],
  }),
  /** Makes a key, which stays here, and the request that is uploaded at Apple. */
  'wallets.request-certificate': command({
    access: leads,
    input: z.object({
      requestId,
      organisation: z.string().trim().max(64),
      email: z.string().trim().max(120),
      country: z.string().trim().max(2),
    }),
    output: z.object({ id: z.string() }),
    refusals: ['request-refused'],
  }),
  'wallets.certificate-request': query({
    access: leads,
    input: z.object({ id: z.string().max(64) }),
    output: z.object({ fileName: z.string(), pem: z.string() }),
    refusals: ['request-unknown'],
  }),
  /** What Apple answered, or an export with its key. A refusal brings the sentence that says what to do. */
  'wallets.import-certificate': command({
    access: leads,
    input: certificateFiles,
    output: z.object({ fingerprint: z.string() }),
    refusals: ['certificate-refused'],
  }),
  /** The certificate and key that vaccination certificates are signed with. */
  'wallets.import-document-signer': command({
    access: leads,
    input: certificateFiles,
    output: z.object({ kid: z.string() }),
    refusals: ['document-signer-refused'],
  }),
  /** Without a file the account that is set stays. */
  'wallets.set-google': command({
    access: leads,
    input: z.object({
      requestId,
      issuerId: z.string().trim().max(30),
      accountFile: chosenFile.optional(),
      mode: z.enum(['neutral', 'private']),
      cardsFor: z.enum(['every-pass', 'on-request']),
      updateUrl: z.string().trim().max(200).optional(),
    }),
    output: z.object({}),
    refusals: ['issuer-id-wrong', 'account-file-missing', 'account-refused', 'update-url-wrong'],
  }),
  'wallets.test-google': command({
    access: leads,
    input: z.object({}),
    output: z.object({}),
    refusals: ['google-off', 'google-refused'],
  }),
  'wallets.remove-google': command({
    access: leads,
    input: z.object({ requestId }),
    output: z.object({}),
    refusals: ['google-off'],
  }),
  /** The account of the simulated Google, as a file like Google's: a trial centre alone has one. */
  'wallets.trial-account': query({
    access: leads,
    input: z.object({}),
    output: z.object({ fileName: z.string(), issuerId: z.string(), content: z.base64() }),
    refusals: ['not-a-trial'],
  }),
  'google.card': query({
    access: seesPasses,
    input: z.object({ personId, language }),
    output: googleCard,
    refusals: ['google-off', 'pass-missing'],
  }),
  /** The link that an Android phone saves the pass with; asking may be what makes the card. */
  'google.save-link': command({
    access: ['reception', 'vaccinator', 'screening-doctor', 'site-lead'],
    input: z.object({ passId }),
    output: z.object({ url: z.string() }),
    refusals: ['google-off', 'pass-unknown', 'pass-void', 'card-queued', 'card-failed', 'link-too-long'],
  }),
};
