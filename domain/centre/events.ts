import type { EventOf } from '../kernel/event.ts';
import type { Instant, TimeZone } from '../kernel/instant.ts';
import type { DestinationName, DestinationPart } from './destination-part.ts';

interface DescribedCentre {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly timeZone: TimeZone;
}

/** Who set up or changed what the centre is and signs with. Keys are never in an event, only their names. Since version 2 with the district that the centre is in. */
export type CentreDescribed =
  | EventOf<'CentreDescribed', 1, DescribedCentre>
  | EventOf<'CentreDescribed', 2, DescribedCentre & { readonly districtKey: string }>;

export type CertificateRequested = EventOf<
  'CertificateRequested',
  1,
  { readonly certificateRequestId: string; readonly organisation: string }
>;

export type PassCertificateImported = EventOf<
  'PassCertificateImported',
  1,
  {
    readonly fingerprint: string;
    readonly passTypeId: string;
    readonly teamId: string;
    readonly notAfter: Instant;
  }
>;

/** Who signs vaccination certificates from now on. */
export type DocumentSignerImported = EventOf<
  'DocumentSignerImported',
  1,
  { readonly kid: string; readonly country: string; readonly notAfter: Instant }
>;

export type GoogleWalletSet = EventOf<
  'GoogleWalletSet',
  1,
  {
    readonly issuerId: string;
    readonly accountMail: string;
    readonly mode: 'neutral' | 'private';
    readonly cardsFor: 'every-pass' | 'on-request';
  }
>;

export type GoogleWalletRemoved = EventOf<'GoogleWalletRemoved', 1, { readonly issuerId: string }>;

/** Whose certificates the station believes from now on; `digest` is that of the file (SHA-256). */
export type TrustListImported = EventOf<
  'TrustListImported',
  1,
  {
    readonly digest: string;
    readonly issuedAt: Instant;
    readonly documentSigners: number;
    readonly healthCardIssuers: number;
  }
>;

/**
 * The store lacks events that had been seen in it: it was put back, or its journal was lost. `kind` tells events that
 * are gone from others standing in their place; from here on a new epoch counts.
 */
export type StoreFoundOlder = EventOf<
  'StoreFoundOlder',
  1,
  {
    readonly kind: 'shorter' | 'other-events';
    readonly epoch: number;
    readonly seqSeen: number;
    readonly seqFound: number;
  }
>;

/** What tells how far the log came was not there any more. */
export type WitnessFoundMissing = EventOf<'WitnessFoundMissing', 1, Readonly<Record<string, never>>>;

/** A lead knows of it, and the station goes on: `code` is that of the warning. */
export type WarningConfirmed = EventOf<'WarningConfirmed', 1, { readonly code: string }>;

/** From here on headquarters decides what passes say; `headquarters` is the fingerprint of its keys. */
export type HeadquartersJoined = EventOf<'HeadquartersJoined', 1, { readonly headquarters: string }>;

/** From here on the station decides by itself again. */
export type HeadquartersLeft = EventOf<'HeadquartersLeft', 1, Readonly<Record<string, never>>>;

/** Data goes elsewhere, or another way: as it is now, and which parts are new. Without `address` it is off. */
export type DestinationChanged = EventOf<
  'DestinationChanged',
  1,
  {
    readonly destination: DestinationName;
    readonly changed: readonly DestinationPart[];
    /** Host and port. */
    readonly address?: string;
    /** Where the page is reached from outside. */
    readonly publicUrl?: string;
    /** Whose word for who asks is believed. */
    readonly proxy?: string;
  }
>;

export type CentreEvent =
  | DestinationChanged
  | HeadquartersJoined
  | HeadquartersLeft
  | StoreFoundOlder
  | WitnessFoundMissing
  | WarningConfirmed
  | CentreDescribed
  | CertificateRequested
  | PassCertificateImported
  | DocumentSignerImported
  | GoogleWalletSet
  | GoogleWalletRemoved
  | TrustListImported;
