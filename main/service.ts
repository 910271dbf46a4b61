import type { FromService, OpenOptions, ToService } from '../contracts/ipc/protocol.ts';
import { openFaultOf } from './centre/open-fault.ts';
import { closeStation, composeStation } from './compose.ts';
import { answerRequest } from './ipc/answer-request.ts';
import { callerOf } from './ipc/caller-of.ts';
import { stationJobs } from './jobs/station-jobs.ts';
import { createOutboxLoop } from './outbox/outbox-loop.ts';
import type { Station } from './station.ts';
import { createStationLog } from './station-log.ts';
import { takeServiceLock } from './store/service-lock.ts';
import { passingFaults, storeFaultOf } from './store/store-fault.ts';

/** Whoever waits for a station that is being closed, for room on the disk or for a lock needs no restart. */
const TRY_AGAIN_MS = 1_000;

/** The service of one station, spoken to by messages: the same in a process of its own and behind a WebSocket. */
export interface StationService {
  receive(message: ToService): void;
  /** Finishes the work in hand, signs the log and closes the store. */
  close(): Promise<void>;
}

export function createStationService(send: (message: FromService) => void): StationService {
  const log = createStationLog((line) => process.stderr.write(line));
  let opening: Promise<Opened | undefined> | undefined;
  let again: NodeJS.Timeout | undefined;
  let isClosing = false;
  let told: string | undefined;

  const open = async (options: OpenOptions): Promise<Opened | undefined> => {
    try {
      const opened = await openStation(options, send, log);
      send({ kind: 'opened' });
      return opened;
    } catch (error) {
      const code = storeFaultOf(error)?.code ?? 'unexpected';
      if (code !== told) {
        told = code;
        log.problem(code, error);
        send({ kind: 'not-opened', fault: openFaultOf(code) });
      }
      if (passingFaults.has(code) && !isClosing)
        again = setTimeout(() => {
          opening = open(options);
        }, TRY_AGAIN_MS);
      return undefined;
    }
  };

  return {
    receive(message) {
      if (message.kind === 'open') opening ??= open(message.options);
      if (message.kind === 'ask') void answer(opening, message, send);
      if (message.kind === 'ping') send({ kind: 'pong' });
      if (message.kind === 'session-ended') void endSession(opening, message.session);
    },
    async close() {
      isClosing = true;
      clearTimeout(again);
      const opened = await opening;
      if (!opened) return;
      await opened.station.jobs.stop();
      closeStation(opened.station);
      opened.lock.release();
    },
  };
}

interface Opened {
  readonly station: Station;
  readonly lock: { release(): void };
}

async function openStation(
  options: OpenOptions,
  send: (message: FromService) => void,
  log: Station['log'],
): Promise<Opened> {
  const lock = takeServiceLock(options.dir);
  try {
    return { ...(await openLocked(options, send, log)), lock };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openLocked(
  options: OpenOptions,
  send: (message: FromService) => void,
  log: Station['log'],
): Promise<Omit<Opened, 'lock'>> {
  const outbox = createOutboxLoop(() => station);
  const station = await composeStation({
    options,
    log,
    announce: (topics) => {
      send({ kind: 'changed', topics });
      outbox.wake();
      station.sync.wake();
    },
  });
  try {
    station.jobs.add(...stationJobs(station, outbox));
    await station.jobs.start();
    return { station };
  } catch (error) {
    station.db.close();
    throw error;
  }
}

async function answer(
  opening: Promise<Opened | undefined> | undefined,
  { id, session, channel, input }: Extract<ToService, { kind: 'ask' }>,
  send: (message: FromService) => void,
): Promise<void> {
  const opened = await opening;
  if (!opened) {
    send({ kind: 'answer', id, answer: { ok: false, refusal: { reason: 'service-starting' } } });
    return;
  }
  const { station } = opened;
  const caller = callerOf(station, session);
  send({ kind: 'answer', id, answer: await answerRequest(station, { channel, input }, caller) });
}

async function endSession(opening: Promise<Opened | undefined> | undefined, session: string): Promise<void> {
  const opened = await opening;
  opened?.station.sessions.end(session);
}
