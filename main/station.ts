import type { Topic } from '../contracts/ipc/protocol.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { BarcodeKeys } from './barcode-keys.ts';
import type { WitnessKeeper } from './centre/keep-witness.ts';
import type { HandOverServer } from './handover/hand-over-server.ts';
import type { ImportDesk } from './import/import-desk.ts';
import type { RequestTurns } from './ipc/request-turns.ts';
import type { ClockWatch } from './jobs/clock-watch.ts';
import type { Closings } from './jobs/closings.ts';
import type { DiskSpace } from './jobs/disk-space.ts';
import type { JobRegistry } from './jobs/job-registry.ts';
import type { Replannings } from './jobs/replannings.ts';
import type { PassIssuing } from './outbox/pass-issuing.ts';
import type { PassSigners } from './outbox/pass-signers.ts';
import type { PdfMaker } from './pdf/pdf-maker.ts';
import type { StationTrustList } from './queries/scanning/station-trust-list.ts';
import type { PublishedTemplates } from './queries/templates/published-templates.ts';
import type { Sessions } from './staff/sessions.ts';
import type { WindowTries } from './staff/window-tries.ts';
import type { StationKey } from './station-key.ts';
import type { StationLog } from './station-log.ts';
import type { Checkpoints } from './store/checkpoints/checkpoints.ts';
import type { WritableDb } from './store/database.ts';
import type { LogWriter } from './store/event-log/append-events.ts';
import type { CentreSettings } from './store/settings.ts';
import type { SyncLoop } from './sync/known-loop.ts';
import type { StationTime } from './trial/trial-time.ts';
import type { GoogleConnection } from './wallets/google-connection.ts';
import type { KeyReader } from './wallets/key-reader.ts';

/** Everything a command, a query or the outbox works with; wired once in compose.ts. */
export interface Station {
  readonly db: WritableDb;
  readonly checkpoints: Checkpoints;
  readonly writer: LogWriter;
  /** How far the log came, written down outside of the store. */
  readonly witness: WitnessKeeper;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly settings: CentreSettings;
  readonly stationKey: StationKey;
  /** Under it the store keeps what was asked, so that a PIN cannot be read from it. */
  readonly questionKey: Buffer;
  /** Lets what names the same request pass one at a time. */
  readonly requestTurns: RequestTurns;
  readonly barcodeKeys: BarcodeKeys;
  readonly templates: PublishedTemplates;
  readonly passIssuing: PassIssuing;
  /** Whose certificates from elsewhere are believed. */
  readonly trustList: StationTrustList;
  readonly sessions: Sessions;
  readonly windowTries: WindowTries;
  /** Which certificate signs the next pass. */
  readonly signers: PassSigners;
  readonly google: GoogleConnection;
  readonly alsoApple: readonly string[] | undefined;
  /** What phones fetch their pass from; the service opens it. */
  readonly handOverServer: HandOverServer;
  /** The one import that may be under way. */
  readonly importDesk: ImportDesk;
  readonly closings: Closings;
  /** Moves dates that a confirmed schedule no longer fits. */
  readonly replannings: Replannings;
  readonly pdf: PdfMaker;
  /** Opens files of keys beside the desk. */
  readonly keyReader: KeyReader;
  /** What runs beside the desk; the service adds to it, starts and stops it. */
  readonly jobs: JobRegistry;
  /** Sends to headquarters and fetches from it, where the centre joined one. */
  readonly sync: SyncLoop;
  readonly keyPlace: 'key-store' | 'key-file';
  /** What time it is, and how far a trial's is ahead of the computer's. */
  readonly time: StationTime;
  /** Whether the clock may decide what cannot be undone. */
  readonly clock: ClockWatch;
  /** How much room is left for the store. */
  readonly diskSpace: DiskSpace;
  /** What the service runs on, for the status line. */
  readonly runtime: string;
  readonly log: StationLog;
  /** Tells every open window that something about these topics changed. */
  readonly announce: (topics: readonly Topic[]) => void;
}
