import type { Instant } from '../domain/kernel/instant.ts';
import type { Topic } from '../domain/kernel/topic.ts';
import type { BarcodeKeys } from './barcode-keys.ts';
import type { ClockWatch } from './jobs/clock-watch.ts';
import type { PassIssuing } from './outbox/pass-issuing.ts';
import type { StationTrustList } from './queries/scanning/station-trust-list.ts';
import type { PublishedTemplates } from './queries/templates/published-templates.ts';
import type { WindowTries } from './staff/window-tries.ts';
import type { ReadableDb, WritableDb } from './store/database.ts';
import type { LogWriter } from './store/event-log/append-events.ts';
import type { CentreSettings } from './store/settings.ts';
import type { GoogleConnection } from './wallets/google-connection.ts';

/** What a question reads: the store, the clock and what the centre is. */
export interface Reads {
  readonly db: ReadableDb;
  readonly now: () => Instant;
  readonly settings: CentreSettings;
}

/** What a pass is made from beside the record. */
export interface PassReads extends Reads {
  readonly barcodeKeys: BarcodeKeys;
  readonly templates: PublishedTemplates;
}

/** What tells what a code is and whether it is genuine. */
export interface ScanReads extends Reads {
  readonly barcodeKeys: BarcodeKeys;
  readonly trustList: StationTrustList;
}

/** What a command decides and records with. */
export interface Writes extends Reads {
  readonly db: WritableDb;
  /** Whether the clock may decide what cannot be undone. */
  readonly clock: ClockWatch;
  /** Wrong PINs and codes of each window. */
  readonly windowTries: WindowTries;
  readonly writer: LogWriter;
  readonly templates: PublishedTemplates;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Tells every open window that something about these topics changed. */
  readonly announce: (topics: readonly Topic[]) => void;
}

/** What a pass is signed with, and where its file is kept. */
export interface PassSigning extends PassReads {
  readonly db: WritableDb;
  readonly passIssuing: PassIssuing;
}

/** What brings a card to Google. */
export interface CardWrites extends PassReads, Pick<Writes, 'announce'> {
  readonly db: WritableDb;
  readonly google: GoogleConnection;
}
