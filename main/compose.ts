import type { OpenOptions, Topic } from '../contracts/ipc/protocol.ts';
import { type Instant, instantOf } from '../domain/kernel/instant.ts';
import type { GoogleEndpoints } from '../issuing/google/wallet-client.ts';
import { newId } from '../ledger/new-id.ts';
import { pooledRandomBytes } from '../ledger/random-pool.ts';
import { createCentre } from './centre/create-centre.ts';
import { databaseFile } from './centre/directory.ts';
import { openCentre } from './centre/open-centre.ts';
import { createHandOverServer } from './handover/create-hand-over-server.ts';
import { ImportDesk } from './import/import-desk.ts';
import { Closings } from './jobs/closings.ts';
import { JobRegistry } from './jobs/job-registry.ts';
import { openPassIssuing } from './outbox/open-pass-issuing.ts';
import { openPassSigners } from './outbox/pass-signers.ts';
import { createPdfMaker } from './pdf/pdf-maker.ts';
import { Sessions } from './staff/sessions.ts';
import type { BarcodeKeys, Station } from './station.ts';
import type { StationLog } from './station-log.ts';
import { createCheckpoints } from './store/checkpoints/checkpoints.ts';
import type { WritableDb } from './store/database.ts';
import { signHead, stationKeyOf } from './store/event-log/chain-heads.ts';
import { secretOf, secretsLike } from './store/secrets.ts';
import type { CentreSettings } from './store/settings.ts';
import { createSyncLoop } from './sync/sync-loop.ts';
import { createGoogleConnection } from './wallets/google-connection.ts';

export interface ComposeParts {
  readonly options: OpenOptions;
  readonly log: StationLog;
  readonly announce?: (topics: readonly Topic[]) => void;
  /** The clock, where it is not the computer's: trial data and tests. */
  readonly now?: () => Instant;
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
  const now = parts.now ?? (() => instantOf(Date.now()));
  const randomBytes = pooledRandomBytes;
  const { db, settings: known } = openCentre(options.dir, options.databaseKey, options.mode);
  try {
    const settings = known ?? createCentre(db, { mode: options.mode, newId, randomBytes });
    const keys = barcodeKeys(db, settings);
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
      writer: { station: settings.station, epoch: settings.epoch, newId, now },
      now,
      newId,
      randomBytes,
      settings,
      log,
      announce: parts.announce ?? (() => {}),
    };
    const station = {
      ...writes,
      importDesk: new ImportDesk(writes),
      closings: new Closings(writes),
      pdf: createPdfMaker(),
      jobs: new JobRegistry(),
      stationKey: stationKeyOf(required(secretOf(db, 'station-key'))),
      barcodeKeys: keys,
      sessions: new Sessions(),
      passIssuing: openPassIssuing({ db, signers, passKeys: keys.all, now }),
      signers,
      google: createGoogleConnection({ db, mode: settings.mode, endpoints: parts.googleEndpoints }),
      alsoApple,
      keyPlace: options.keyPlace,
      runtime: options.runtime,
      handOverServer: createHandOverServer((): Station => station),
      sync: createSyncLoop((): Station => station, fetch),
      isNew: known === undefined,
    };
    return station;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Signs where the log stands and lets go of the file. */
export function closeStation(station: Station): void {
  signLog(station);
  station.db.close();
}

export function signLog({ db, settings, stationKey, now }: Station): void {
  const { station, epoch } = settings;
  signHead(db, { station, epoch, privateKey: stationKey.privateKey, now: now() });
}

function barcodeKeys(db: WritableDb, settings: CentreSettings): BarcodeKeys {
  const prefix = 'pass-key-';
  const all = [...secretsLike(db, prefix)].map(([name, secret]) => ({
    keyId: Number(name.slice(prefix.length)),
    secret,
  }));
  return { all, current: required(all.find(({ keyId }) => keyId === settings.passKeyId)) };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the store lacks a key that every centre has');
  return value;
}
