import type { HandOverSettings, MailSettings } from '../../contracts/ipc/handover-contract.ts';
import type { ConfirmableCode } from '../../contracts/ipc/system-contract.ts';
import type { ClockBase } from '../../domain/kernel/clock-fits.ts';
import type { AppointmentId, PersonId, VialId } from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import type { ReadableDb, WritableDb } from './database.ts';

/** What the centre is, decided once when its store is made. */
export interface CentreSettings {
  /** Which centre this is, among all that may ever exchange events. */
  readonly centreId: string;
  readonly centreName: string;
  readonly centreAddress: string;
  readonly centrePhone: string;
  /** District key of where the centre is (`isDistrictKey`); absent until somebody told it. */
  readonly districtKey?: string;
  readonly mode: 'trial' | 'live';
  readonly timeZone: string;
  readonly station: string;
  readonly epoch: number;
  /** Under which key new barcodes are tagged. */
  readonly passKeyId: number;
}

/** How this centre uses Google Wallet; absent where it does not. The account's key is a secret. */
export interface GoogleSettings {
  readonly issuerId: string;
  readonly accountMail: string;
  /** `private` needs Google's approval for passes with health data. */
  readonly mode: 'neutral' | 'private';
  /** Whether every pass gets a card at Google, or only those whose holder asked for the link. */
  readonly cardsFor: 'every-pass' | 'on-request';
  /** Where phones fetch a new private pass: headquarters' public address. Without one they are not told. */
  readonly updateUrl?: string;
}

/** A closing that is decided, with the dates it still has to cancel. */
export interface Closing {
  readonly day: PlainDate;
  readonly actor: Actor;
  readonly dates: readonly { readonly appointmentId: AppointmentId; readonly personId: PersonId }[];
}

export interface KeptDocumentSigner {
  /** The first eight bytes of the certificate's SHA-256, as hex. */
  readonly kid: string;
  /** DER in base64. */
  readonly certificate: string;
  readonly importedAt: Instant;
}

/** The headquarters that a centre has joined, and how far each has told the other. */
export interface HeadquartersLink {
  readonly address: string;
  readonly centre: string;
  readonly centreName: string;
  readonly clientId: string;
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly resource: string;
  /** Ed25519 and X25519, base64url. */
  readonly signingKey: string;
  readonly exchangeKey: string;
  readonly fingerprints: { readonly station: string; readonly headquarters: string };
  /** PEM of an authority of one's own that the certificate of its address may lead to. */
  readonly authority?: string;
  readonly joinedAt: Instant;
  /** Since when headquarters decides what passes say: once it had admitted the station. */
  readonly connectedAt?: Instant;
  /** The last event of the own chain that headquarters said it holds for good. */
  readonly sentUpTo: number;
  /** The epoch of that number; absent in links of before, of which it is not known in a store that was put back. */
  readonly sentEpoch?: number;
  /** Own events that headquarters keeps apart, for its operator to look at. */
  readonly keptApart: number;
  readonly feedPosition: number;
  readonly feedHash: string;
  /** When headquarters last confirmed what was sent, and when it last answered what is new. */
  readonly lastSentAt?: Instant;
  readonly lastHeardAt?: Instant;
  readonly trouble?: SyncTrouble;
  /** By how much this computer's clock was ahead of headquarters' when it was heard last; negative for behind. */
  readonly clockAheadSeconds?: number;
}

/** Why nothing goes back and forth at the moment; tried again by itself. */
export type SyncTrouble =
  | 'unreachable'
  | 'not-trusted'
  | 'not-admitted'
  | 'frozen'
  | 'refused'
  | 'not-genuine';

export interface LastLot {
  readonly lot: string;
  readonly expiresOn?: PlainDate;
  /** The vial that the dose came from, where the centre keeps stock. */
  readonly vialId?: VialId;
}

interface Settings {
  centre: CentreSettings;
  /** The schema that the read models were last made for. */
  'read-models': { schema: number };
  mail: MailSettings;
  'hand-over': HandOverSettings;
  /** Absent where the centre stands alone. */
  headquarters: HeadquartersLink;
  google: GoogleSettings;
  /** Who signs vaccination certificates, the newest import first. Each key is the secret `document-key-<kid>`. */
  'document-signers': readonly KeptDocumentSigner[];
  /** A convenience of this station: what the form starts with, product id to the lot that was used last. */
  'last-lots': Readonly<Record<string, LastLot>>;
  /** The same of versions with a single product. */
  'last-lot': LastLot;
  /** Product id to codes of vials; learned before `VialCodeLearned` said so, and read only. */
  'vial-codes': Readonly<Record<string, readonly string[]>>;
  /** Staff id to PIN, in a trial only. */
  'trial-pins': Readonly<Record<string, string>>;
  /** Work in hand, no fact (that is `SlotsClosed`): closed days whose dates are still being cancelled. */
  closings: readonly Closing[];
  /** What a lead has to confirm: the code of each warning that stands, and what it says beside. */
  'to-confirm': Readonly<Partial<Record<ConfirmableCode, { readonly missing?: number }>>>;
  /** Since when it is written down outside of the database how far its log came. */
  'witness-kept': { readonly since: Instant };
  /** When the clock was last known to be right. */
  clock: ClockBase;
  /** How far the time of a trial is ahead of the computer's. */
  'trial-time': { readonly aheadMs: number };
  /** Something was deleted, and the file was not written anew since. */
  'traces-left': true;
  'screen-lock': { readonly afterMinutes: number };
  /** The last time that all passes were brought to a version of the template. */
  'template-push': { version: number; total: number; startedAt: Instant };
}

export function settingOf<Name extends keyof Settings>(
  db: ReadableDb,
  name: Name,
): Settings[Name] | undefined {
  const row = db.first<{ value: string }>('SELECT value FROM setting WHERE name = ?', name);
  return row && (JSON.parse(row.value) as Settings[Name]);
}

export function keepSetting<Name extends keyof Settings>(
  db: WritableDb,
  name: Name,
  value: Settings[Name],
): void {
  db.run('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', name, JSON.stringify(value));
}

export function removeSetting(db: WritableDb, name: keyof Settings): void {
  db.run('DELETE FROM setting WHERE name = ?', name);
}
