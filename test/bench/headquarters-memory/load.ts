import { randomBytes } from 'node:crypto';
import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { instantOf, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { watchClock } from '../../../headquarters/clock-watch.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { issueCode } from '../../../headquarters/features/enrolment/enrolment.ts';
import { openPassAuthority } from '../../../headquarters/features/passes/pass-authority.ts';
import { addCentre } from '../../../headquarters/store/centres.ts';
import { inCentre, openDatabases } from '../../../headquarters/store/open-databases.ts';
import { changeStanding } from '../../../headquarters/store/stations.ts';
import { newId } from '../../../ledger/new-id.ts';
import { readUptime } from '../../../ledger/read-uptime.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { syncStatus } from '../../../main/queries/sync/sync-status.ts';
import { personById } from '../../../main/store/tables/people/people.ts';
import { joinHeadquarters } from '../../../main/sync/join-headquarters.ts';
import { createWalletPhone, type WalletPhone } from '../../../trial/phone/wallet-phone.ts';
import { bookOnPage, until } from '../../support/booking-page.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';
import type { MeasuredServer } from './measured-server.ts';

const CENTRE = 'nord';
const OPEN_DAYS = 60;
const CITIZENS_AT_ONCE = 8;
const DOSES_EVERY_MS = 20;

export interface LoadedCentre {
  readonly phone: WalletPhone;
  readonly pushes: readonly unknown[];
  /** Whoever booked on the page. */
  bookedPeople(): Promise<readonly PersonId[]>;
  /** Lets in whoever enrolled. */
  admit(station: string): Promise<void>;
  code(): Promise<string>;
  close(): Promise<void>;
}

/** A centre with two months of places and a phone that is told of every change. */
export async function openCentre(server: MeasuredServer): Promise<LoadedCentre> {
  const databases = await openDatabases({
    url: server.databaseUrl,
    keyFile: server.keyFile,
    connectionLost: () => {},
  });
  const now = () => instantOf(Date.now());
  const clock = watchClock({ db: databases.app, now, uptime: readUptime });
  const parts = { databases, key: databases.key, now, newId, clock };
  const centre = { id: CENTRE, name: 'Impfzentrum Nord', address: '', phone: '', email: '' };
  await addCentre(databases.app, { ...centre, timeZone: 'Europe/Berlin' }, now());
  const today = plainDateAt(now(), 'Europe/Berlin');
  for (let day = 1; day <= OPEN_DAYS; day += 1)
    await openOnlineDay(parts, CENTRE, {
      day: addDays(today, day),
      from: '08:00',
      to: '18:00',
      minutes: 10,
      capacity: 500,
    });
  const authority = await openPassAuthority(parts);
  server.trustPusher(authority.files.wwdr.toString());
  const phone = createWalletPhone({ now, fetch: fetchAsAnother });
  server.onPush((token) => {
    if (token === phone.pushToken) void phone.wake();
  });
  return {
    phone,
    pushes: server.apns.pushes,
    bookedPeople: async () => {
      const rows = await inCentre(databases.app, CENTRE, (db) =>
        db.selectFrom('booking').select('person_id').distinct().execute(),
      );
      return rows.map(({ person_id }) => idOf<PersonId>(person_id));
    },
    admit: async (id) => {
      await inCentre(databases.app, CENTRE, (db) =>
        changeStanding(db, id, { from: ['waiting'], to: 'active', at: now() }),
      );
    },
    code: async () => (await issueCode(parts, CENTRE, 'bench')).code,
    close: () => databases.close(),
  };
}

export async function joinDesks(
  server: MeasuredServer,
  centre: LoadedCentre,
  count: number,
): Promise<TestStation[]> {
  const desks: TestStation[] = [];
  for (let at = 0; at < count; at += 1) {
    const desk = await openTestStation(undefined, instantOf(Date.now()), { mode: 'live' });
    const { station } = desk;
    must(
      await joinHeadquarters(station, fetch, {
        address: server.address,
        code: await centre.code(),
        name: `Empfang ${at + 1}`,
      }),
    );
    await centre.admit(station.settings.station);
    await station.sync.restart();
    await until('the desk at headquarters', () => {
      const status = syncStatus(station);
      return status.mode === 'connected' && status.unsent === 0 ? true : undefined;
    });
    desks.push({
      ...desk,
      close: () => void station.sync.stop().then(() => desk.close()),
    });
  }
  return desks;
}

function addressOf(at: number): string {
  return `10.${Math.floor(at / 62_500)}.${Math.floor(at / 250) % 250}.${(at % 250) + 1}`;
}

let asked = 0;

/** The one phone stands for those of all citizens, each at an address of its own. */
const fetchAsAnother: typeof fetch = (url, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('x-forwarded-for', addressOf(asked++));
  return fetch(url, { ...init, headers });
};

/** Everybody books both dates on the page and takes the pass into the phone. Answers how many did. */
export async function bookAll(
  server: MeasuredServer,
  { phone }: LoadedCentre,
  count: number,
): Promise<number> {
  let next = 0;
  const citizen = async () => {
    while (next < count) {
      const at = next++;
      const from = { 'x-forwarded-for': addressOf(at) };
      const page = await bookOnPage(`${server.address}/book/${CENTRE}`, `Muster${letters(at)}`, from);
      must(await phone.add(`${new URL(page, server.address).href}/pass.pkpass`));
    }
  };
  await Promise.all(Array.from({ length: CITIZENS_AT_ONCE }, citizen));
  return count;
}

/** Every desk registers people with a date and gives each a dose; the others pull all of it. Answers the events. */
export async function recordEverything(desks: readonly TestStation[], people: number): Promise<number> {
  for (let at = 0; at < people; at += 1)
    for (const { station, clock } of desks) {
      clock.now = instantOf(Date.now());
      const familyName = `Desk${letters(at)}${randomBytes(2).toString('hex').replace(/\d/g, 'x')}`;
      const personId = expectPerson(station, aPerson({ familyName }));
      giveDose(station, personId);
      station.sync.wake();
      await new Promise((resolve) => setTimeout(resolve, DOSES_EVERY_MS));
    }
  let events = 0;
  for (const { station } of desks) {
    const status = await until('all of a desk at headquarters', () => {
      const now = syncStatus(station);
      return now.mode === 'connected' && now.unsent === 0 ? now : undefined;
    });
    events += status.confirmed;
  }
  return events;
}

/** Whoever booked comes to one of the desks and gets the first dose: their phones are told. */
export async function vaccinateBooked(
  desks: readonly TestStation[],
  { bookedPeople, pushes }: LoadedCentre,
): Promise<void> {
  const people = await bookedPeople();
  for (const [at, personId] of people.entries()) {
    const desk = desks[at % desks.length];
    if (!desk) return;
    await until('whoever booked at the desk', () => personById(desk.station.db, personId));
    desk.clock.now = instantOf(Date.now());
    giveDose(desk.station, personId);
    desk.station.sync.wake();
  }
  await until('every phone is told', () => (pushes.length > 0 ? true : undefined));
}

function giveDose(station: TestStation['station'], personId: PersonId): void {
  const overrides = ['not-checked-in'] as const;
  must(
    recordDose(station, 'operator', {
      personId,
      lot: 'LOT-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides,
    }),
  );
}

/** Names are of letters. */
function letters(value: number): string {
  return value.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
}
