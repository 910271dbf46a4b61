import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import {
  clockTimeAt,
  epochMsOf,
  type Instant,
  instantAt,
  instantOf,
  plainDateAt,
} from '../domain/kernel/instant.ts';
import { addDays } from '../domain/kernel/plain-date.ts';
import { openOnlineDay } from '../headquarters/features/booking/open-online-day.ts';
import { personalLink } from '../headquarters/features/booking/personal-link.ts';
import { issueCode } from '../headquarters/features/enrolment/enrolment.ts';
import { OWN_PASS_KEY } from '../headquarters/features/passes/pass-signing.ts';
import type { Headquarters, ServerLog } from '../headquarters/headquarters.ts';
import { type RunningHeadquarters, startHeadquarters } from '../headquarters/start-headquarters.ts';
import { addCentre } from '../headquarters/store/centres.ts';
import { inCentre } from '../headquarters/store/open-databases.ts';
import { passesAfter } from '../headquarters/store/passes.ts';
import { changeStanding, stationsOf } from '../headquarters/store/stations.ts';
import { startGoogleSimulator } from '../issuing/google/simulated/start-simulator.ts';
import { connectGoogle } from './connect-google.ts';
import { keptPort } from './kept-port.ts';
import { type PhoneServer, servePhone } from './phone/serve-phone.ts';
import { createWalletPhone, type WalletPhone } from './phone/wallet-phone.ts';
import { startSimulatedApns } from './simulated-apns.ts';
import { connectSystem } from './system/connect-system.ts';
import { type ConnectedSystem, serveSystem } from './system/serve-system.ts';

/** What the workstation of the trial is told of the headquarters beside it. */
export interface TrialAddresses {
  readonly headquarters: string;
  /** For one station, a quarter of an hour long. */
  readonly code: string;
  readonly booking: string;
  readonly phone: string;
  /** What an existing system hears. */
  readonly system: string;
  /** The file that says how far the clock was moved. */
  readonly clock: string;
}

export interface RunningTrial {
  readonly addresses: TrialAddresses;
  readonly headquarters: Headquarters;
  readonly phone: WalletPhone;
  readonly system: ConnectedSystem;
  /** Writes into a file where everything is, for a workstation that waits for it. */
  tell(file: string): void;
  /** Time goes by at headquarters and at the desk: reminders that become due are sent, and days after are opened. */
  passDays(days: number): Promise<void>;
  close(): Promise<void>;
}

const CENTRE = 'probe';
const TIME_ZONE = 'Europe/Berlin';
const OPEN_DAYS = 60;
/** Three weeks: when the second dose of the trial's vaccine is due. */
const LATER_DAYS = 21;
/** Before the first place of a day: whatever was booked for it is still to come. */
const MORNING = '07:30';
const LOOK_EVERY_MS = 500;
/** A phone that starts again finds its newest cards, not all of a long trial. */
const MOST_CARDS_AT_START = 3;
const DAY_MS = 24 * 60 * 60_000;

/**
 * The network around the desk, on this machine: headquarters with a PostgreSQL of its own, a stand-in for Apple's push
 * service, a phone that takes in every pass that is booked on the page, and an existing system that hears of it.
 * @throws StoreFault when PostgreSQL cannot be started; nothing keeps running then.
 */
export async function startTrial(dir: string, options: { databaseUrl?: string } = {}): Promise<RunningTrial> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const clockFile = path.join(dir, 'clock.json');
  const clock = movableClock(clockFile);
  let authorityPem: string | undefined;
  const phone = createWalletPhone({ now: clock.now, changed: () => server?.changed() });
  const apns = await startSimulatedApns(
    () => authorityPem,
    (token) => {
      if (token === phone.pushToken) void phone.wake();
    },
  );
  const caFile = path.join(dir, 'push-authority.pem');
  writeFileSync(caFile, apns.caPem, { mode: 0o600 });
  const google = await startGoogleSimulator(undefined, await keptPort(dir, 'google'));
  const system = await serveSystem(TIME_ZONE, await keptPort(dir, 'system'));
  let server: PhoneServer | undefined;
  let running: RunningHeadquarters | undefined;
  const close = async () => {
    await running?.close();
    await server?.close();
    await system.close();
    await google.close();
    await apns.close();
  };
  try {
    running = await startHeadquarters({
      settings: {
        dir,
        host: '127.0.0.1',
        port: await keptPort(dir, 'headquarters'),
        apns: { endpoint: apns.endpoint, caFile },
        databaseUrl: options.databaseUrl,
        webhookNetworks: ['127.0.0.0/8'],
        google: google.endpoints,
      },
      now: clock.now,
      log: pino({ base: undefined }, pino.destination(path.join(dir, 'headquarters.log'))) as ServerLog,
    });
    const { headquarters, address } = running;
    authorityPem = (await headquarters.passAuthority()).files.wwdr.toString();
    const passDays = async (days: number) => {
      clock.pass(days * DAY_MS);
      await prepareCentre(headquarters);
    };
    const passToMorning = async (days: number) => {
      const day = addDays(plainDateAt(clock.now(), TIME_ZONE), days);
      clock.pass(epochMsOf(instantAt(day, MORNING, TIME_ZONE)) - epochMsOf(clock.now()));
      await prepareCentre(headquarters);
    };
    await prepareCentre(headquarters);
    await connectGoogle(headquarters, CENTRE, google);
    await connectSystem(headquarters, CENTRE, system);
    const booking = `${address}/book/${CENTRE}`;
    server = await servePhone({
      port: await keptPort(dir, 'phone'),
      view: () => ({
        cards: phone.cards(),
        notices: phone.notices(),
        bookingAddress: booking,
        systemAddress: system.address,
        consoleAddress: running?.firstAdministratorLink ?? `${address}/console`,
        clock: momentOf(clock.now()),
        timeZone: TIME_ZONE,
      }),
      later: () => passToMorning(LATER_DAYS),
    });
    const stop = followCentre(headquarters, phone);
    const { code } = await issueCode(headquarters, CENTRE, 'trial');
    const addresses = {
      headquarters: address,
      code,
      booking,
      phone: server.address,
      system: system.address,
      clock: clockFile,
    };
    return {
      addresses,
      tell: (file) => tellNetwork(file, addresses),
      headquarters,
      phone,
      system,
      passDays,
      async close() {
        await stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** All of it or nothing: whoever waits for the file never reads half of it. */
export function tellNetwork(file: string, facts: TrialAddresses | { readonly fault: string }): void {
  writeFileSync(`${file}.new`, JSON.stringify(facts), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A centre with places on the page, opened anew with each start. */
async function prepareCentre(headquarters: Headquarters): Promise<void> {
  const centre = {
    id: CENTRE,
    name: 'Impfzentrum Musterstadt',
    address: 'Marktplatz 1',
    phone: '',
    email: '',
  };
  await addCentre(headquarters.databases.app, { ...centre, timeZone: TIME_ZONE }, headquarters.now());
  const today = plainDateAt(headquarters.now(), TIME_ZONE);
  for (let days = 0; days < OPEN_DAYS; days += 1)
    await openOnlineDay(headquarters, CENTRE, {
      day: addDays(today, days),
      from: '08:00',
      // Whoever tries it in the evening finds a date for today as well.
      to: days === 0 ? '23:30' : '18:00',
      minutes: 30,
      capacity: 4,
    });
}

/** Lets the trial's own station in, and gives the phone every pass that was booked on the page. */
function followCentre(headquarters: Headquarters, phone: WalletPhone): () => Promise<void> {
  const { databases } = headquarters;
  let seen = 0;
  let isFirst = true;
  const look = async () => {
    const { waiting, passes } = await inCentre(databases.app, CENTRE, async (db) => ({
      waiting: (await stationsOf(db)).filter(({ standing }) => standing === 'waiting'),
      passes: await passesAfter(db, seen),
    }));
    for (const { id } of waiting)
      await inCentre(databases.app, CENTRE, (db) =>
        changeStanding(db, id, { from: ['waiting'], to: 'active', at: headquarters.now() }),
      );
    const held = new Set(phone.cards().map(({ serialNumber }) => serialNumber));
    const own = passes.filter(({ keyId, passId }) => keyId === OWN_PASS_KEY && !held.has(passId));
    for (const { personId } of isFirst ? own.slice(-MOST_CARDS_AT_START) : own)
      await phone.add(`${personalLink(headquarters, CENTRE, personId)}/pass.pkpass`);
    seen = passes.at(-1)?.change ?? seen;
    isFirst = false;
  };
  let turn: Promise<unknown> = look().catch(() => {});
  const timer = setInterval(() => {
    turn = turn.then(look).catch(() => {}); // a database that is away comes back
  }, LOOK_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await turn;
  };
}

/** The computer's clock and the days that were let pass; kept, so that time never runs back. */
function movableClock(file: string) {
  let offsetMs = readOffset(file);
  return {
    now: (): Instant => instantOf(Date.now() + offsetMs),
    pass(ms: number) {
      offsetMs += ms;
      writeFileSync(file, JSON.stringify({ offsetMs }), { mode: 0o600 });
    },
  };
}

function readOffset(file: string): number {
  try {
    const { offsetMs } = JSON.parse(readFileSync(file, 'utf8')) as { offsetMs?: unknown };
    return typeof offsetMs === 'number' && offsetMs >= 0 ? offsetMs : 0;
  } catch {
    return 0;
  }
}

function momentOf(at: Instant): string {
  const [year, month, day] = plainDateAt(at, TIME_ZONE).split('-');
  return `${day}.${month}.${year}, ${clockTimeAt(at, TIME_ZONE)} Uhr`;
}
