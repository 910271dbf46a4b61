import { z } from 'zod';
import { storedInstant } from './stored-values.ts';

const described = { name: z.string(), address: z.string(), phone: z.string(), timeZone: z.string() };

export const centreEvents = {
  CentreDescribed: {
    1: z.strictObject(described),
    2: z.strictObject({ ...described, districtKey: z.string() }),
  },
  CertificateRequested: {
    1: z.strictObject({ certificateRequestId: z.string(), organisation: z.string() }),
  },
  PassCertificateImported: {
    1: z.strictObject({
      fingerprint: z.string(),
      passTypeId: z.string(),
      teamId: z.string(),
      notAfter: storedInstant,
    }),
  },
  DocumentSignerImported: {
    1: z.strictObject({ kid: z.string(), country: z.string(), notAfter: storedInstant }),
  },
  GoogleWalletSet: {
    1: z.strictObject({
      issuerId: z.string(),
      accountMail: z.string(),
      mode: z.enum(['neutral', 'private']),
      cardsFor: z.enum(['every-pass', 'on-request']),
    }),
  },
  GoogleWalletRemoved: { 1: z.strictObject({ issuerId: z.string() }) },
  TrustListImported: {
    1: z.strictObject({
      digest: z.string(),
      issuedAt: storedInstant,
      documentSigners: z.int(),
      healthCardIssuers: z.int(),
    }),
  },
  DestinationChanged: {
    1: z.strictObject({
      destination: z.enum(['mail-server', 'hand-over-page']),
      changed: z.array(
        z.enum(['address', 'security', 'account', 'password', 'sender', 'public-url', 'proxy']),
      ),
      address: z.string().optional(),
      publicUrl: z.string().optional(),
      proxy: z.string().optional(),
    }),
  },
  HeadquartersJoined: { 1: z.strictObject({ headquarters: z.string() }) },
  HeadquartersLeft: { 1: z.strictObject({}) },
  StoreFoundOlder: {
    1: z.strictObject({
      kind: z.enum(['shorter', 'other-events']),
      epoch: z.int(),
      seqSeen: z.int(),
      seqFound: z.int(),
    }),
  },
  WitnessFoundMissing: { 1: z.strictObject({}) },
  WarningConfirmed: { 1: z.strictObject({ code: z.string() }) },
} as const;
