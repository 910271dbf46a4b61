import type { OpenOptions, Topic } from '../contracts/ipc/protocol.ts';
import { type Instant, instantOf } from '../domain/kernel/instant.ts';
import type { GoogleEndpoints } from '../issuing/google/wallet-client.ts';
import { newId } from '../ledger/new-id.ts';
import { pooledRandomBytes } from '../ledger/random-pool.ts';
import { readUptime, type Uptime } from '../ledger/read-uptime.ts';
import { openBarcodeKeys } from './barcode-keys.ts';
import type { StoreFoundOlder } from './centre/compare-with-witness.ts';
import { createCentre } from './centre/create-centre.ts';
import { databaseFile, endCreation } from './centre/directory.ts';
import { createWitnessKeeper } from './centre/keep-witness.ts';
import { openCentre } from './centre/open-centre.ts';
import { noteStoreFound } from './commands/centre/note-store-found.ts';
import { createHandOverServer } from './handover/create-hand-over-server.ts';
import { ImportDesk } from './import/import-desk.ts';
import { createRequestTurns } from './ipc/request-turns.ts';
import { watchClock } from './jobs/clock-watch.ts';
import { Closings } from './jobs/closings.ts';
import { watchDiskSpace } from './jobs/disk-space.ts';
import { JobRegistry } from './jobs/job-registry.ts';
import { Replannings } from './jobs/replannings.ts';
import { openPassIssuing } from './outbox/open-pass-issuing.ts';
import { openPassSigners } from './outbox/pass-signers.ts';
import { createPdfMaker } from './pdf/pdf-maker.ts';
import { StationTrustList } from './queries/scanning/station-trust-list.ts';
import { PublishedTemplates } from './queries/templates/published-templates.ts';
import { Sessions } from './staff/sessions.ts';
import { countWindowTries } from './staff/window-tries.ts';
import type { Station } from './station.ts';
import { derivedKey, openStationKey } from './station-key.ts';
import type { StationLog } from './station-log.ts';
import { createCheckpoints } from './store/checkpoints/checkpoints.ts';
import type { WritableDb } from './store/database.ts';
import { countUnsigned } from './store/event-log/chain-end.ts';
import { signHead } from './store/event-log/chain-heads.ts';
import { type CentreSettings, keepSetting } from './store/settings.ts';
import { boundAnswers } from './sync/bounded-answer.ts';
import { createSyncLoop } from './sync/sync-loop.ts';
import { computerTime, trialTime } from './trial/trial-time.ts';
import { createGoogleConnection } from './wallets/google-connection.ts';
import { createKeyReader } from './wallets/key-reader.ts';

export interface ComposeParts {
  readonly options: OpenOptions;
  readonly log: StationLog;
  readonly announce?: (topics: readonly Topic[]) => void;
  /** The clock, where it is not the computer's: trial data and tests. */
  readonly now?: () => Instant;
  /** Time since the computer started, where it is not the computer's: tests. */
  readonly uptime?: () => Uptime;
  /** Fingerprints that count as Apple's intermediates beside the real ones: for tests of a live centre. */
  readonly alsoApple?: readonly string[];
  /** Where Google is, where it is neither itself nor the simulator of the trial: tests. */
  readonly googleEndpoints?: GoogleEndpoints;
}

/**
 * Opens the store of a directory and wires a station around it; a new directory becomes a centre.
 * @throws StoreFault when the store cannot be opened; nothing is changed then.
 */
export async function composeStation(parts: ComposeParts): Promise<Station & { isNew: boolean }> {
  const { options, log } = parts;
  const computerNow = parts.now ?? (() => instantOf(Date.now()));
  const randomBytes = pooledRandomBytes;
  const { dir, databaseKey } = options;
  const { db, settings: known, foundOlder, witnesses } = openCentre(dir, databaseKey, options.mode);
  try {
    const settings = known
      ? settingsOfEpoch(db, known, foundOlder)
      : createCentre(db, { mode: options.mode, newId, randomBytes });
    endCreation(dir);
    const time = settings.mode === 'trial' ? trialTime(db, computerNow) : computerTime(computerNow);
    const { now } = time;
    const witness = createWitnessKeeper({
      db,
      dir,
      key: databaseKey,
      station: settings.station,
      epoch: settings.epoch,
      kept: () => signLongLog(station),
      problem: (error) => log.problem('witness-not-kept', error),
    });
    const barcodeKeys = openBarcodeKeys(db, settings.passKeyId);
    const stationKey = openStationKey(db);
    const { alsoApple } = parts;
    const signers = await openPassSigners({ db, settings, now, randomBytes, alsoApple });
    const writes = {
      db,
      checkpoints: createCheckpoints({
        db,
        file: databaseFile(options.dir),
        key: options.databaseKey,
        problem: (error) => log.problem('checkpoints-stopped', error),
      }),
      writer: {
        station: settings.station,
        epoch: settings.epoch,
        newId,
        now,
        appended: witness.appended,
      },
      witness,
      now,
      newId,
      randomBytes,
      windowTries: countWindowTries(),
      // The computer's clock is watched, not the time of a trial: that one is moved on purpose.
      clock: watchClock({
        db,
        now: computerNow,
        uptime: parts.uptime ?? (parts.now ? undefined : readUptime),
      }),
      settings,
      templates: new PublishedTemplates({ db, settings }),
      log,
      announce: parts.announce ?? (() => {}),
    };
    const station: Station & { isNew: boolean } = {
      ...writes,
      time,
      importDesk: new ImportDesk(writes),
      closings: new Closings(writes),
      replannings: new Replannings(writes),
      pdf: createPdfMaker(),
      keyReader: createKeyReader(),
      jobs: new JobRegistry(),
      diskSpace: watchDiskSpace({ dir, log, announce: () => writes.announce(['system']) }),
      stationKey,
      questionKey: derivedKey(stationKey, 'questions'),
      requestTurns: createRequestTurns(),
      barcodeKeys,
      trustList: new StationTrustList(db),
      sessions: new Sessions(),
      passIssuing: openPassIssuing({ db, signers, passKeys: barcodeKeys.all, now }),
      signers,
      google: createGoogleConnection({ db, mode: settings.mode, endpoints: parts.googleEndpoints }),
      alsoApple,
      keyPlace: options.keyPlace,
      runtime: options.runtime,
      handOverServer: createHandOverServer((): Station => station),
      sync: createSyncLoop((): Station => station, boundAnswers(fetch)),
      isNew: known === undefined,
    };
    witness.keep();
    noteStoreFound(station, { foundOlder, isWitnessed: witnesses.length > 0 });
    witness.keep();
    station.clock.isTrusted();
    return station;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Signs where the log stands and lets go of the file. */
export function closeStation(station: Station): void {
  signLog(station);
  station.witness.keep();
  station.witness.end();
  station.db.close();
}

export function signLog({ db, settings, stationKey, now }: Station): void {
  const { station, epoch } = settings;
  signHead(db, { station, epoch, privateKey: stationKey.privateKey, now: now() });
}

const MOST_UNSIGNED = 200;

/** What is not signed yet could be replaced by whoever has the key of the database: never much. */
function signLongLog(station: Station): void {
  const { db, settings } = station;
  if (countUnsigned(db, settings.station, settings.epoch) >= MOST_UNSIGNED) signLog(station);
}

/** A store that was put back goes on in a new epoch: its next events must not stand for those that are gone. */
function settingsOfEpoch(
  db: WritableDb,
  known: CentreSettings,
  foundOlder: StoreFoundOlder | undefined,
): CentreSettings {
  if (!foundOlder) return known;
  const settings = { ...known, epoch: Math.max(known.epoch, foundOlder.epoch) + 1 };
  db.transact(() => keepSetting(db, 'centre', settings));
  return settings;
}
