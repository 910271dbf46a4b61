import { rmSync } from 'node:fs';
import path from 'node:path';
import { type DoseId, idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { vialObjections } from '../../../domain/stock/vial-objection.ts';
import type { DoseEntry } from '../../../domain/vaccination/dose-entry.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { tellPersonsApart } from '../../../main/commands/people/tell-persons-apart.ts';
import { unlinkPersons } from '../../../main/commands/people/unlink-persons.ts';
import { discardVial, openVial } from '../../../main/commands/stock/handle-vials.ts';
import { blockLot, countStock, extendExpiry, releaseLot } from '../../../main/commands/stock/keep-lots.ts';
import { receiveStock } from '../../../main/commands/stock/receive-stock.ts';
import { correctDose } from '../../../main/commands/vaccination/correct-dose.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { signLog } from '../../../main/compose.ts';
import { lotGroundOf } from '../../../main/queries/stock/lot-ground.ts';
import { doseEntry } from '../../../main/queries/vaccination/weigh-correction.ts';
import { verifyLog } from '../../../main/store/event-log/verify-log.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { parcelOf, putInCentre, receive } from '../../support/exchange.ts';
import { aPerson, openTestStation, type TestStation } from '../../support/test-station.ts';
import type { StationHistory, Step } from './station-history.ts';
import { isVisitStep, visit } from './visit-steps.ts';

interface Running {
  readonly stations: TestStation[];
  readonly people: PersonId[];
  readonly doses: DoseId[];
}

const start = '2026-11-23T09:00:00.000Z' as Instant;
const second = idOf<StaffId>('second');
const lot = 'LOT-1';
const expiresOn = '2029-12-31' as PlainDate;
const overrides = ['dose-already-today', 'too-early', 'series-complete', 'not-checked-in'] as const;

/** Plays a history on real stores, brings everything to everybody, and says what does not agree then. */
export async function runHistory(history: StationHistory): Promise<{ doses: number; fault?: string }> {
  const running: Running = { stations: [], people: [], doses: [] };
  try {
    for (let index = 0; index < history.stations; index++) {
      const opened = await openTestStation(undefined, addMinutes(start, index), { mode: 'live' });
      putInCentre(opened.station, 'centre-of-all');
      running.stations.push(opened);
    }
    for (const at of [0, 1]) await take(running, { do: 'register', at, who: 0 });
    exchangeAll(running);
    for (const step of history.steps) await take(running, step);
    exchangeAll(running);
    return { doses: running.doses.length, fault: disagreement(running) };
  } finally {
    for (const { close, dir } of running.stations) {
      close();
      rmSync(path.dirname(dir), { recursive: true, force: true });
    }
  }
}

async function take(running: Running, step: Step): Promise<void> {
  const index = step.at % running.stations.length;
  const here = running.stations[index] as TestStation;
  here.clock.now = addMinutes(here.clock.now, 7);
  if (step.do === 'skew') here.clock.now = addMinutes(here.clock.now, step.minutes);
  else if (step.do === 'rebuild') rebuildProjections(here.station.db);
  else if (step.do === 'crash') {
    here.close();
    running.stations[index] = await openTestStation(here.dir, here.clock.now, { mode: 'live' });
  } else if (step.do === 'pull' || step.do === 'keys') pull(running, here, step);
  else if ('vials' in step) keepStock(here, step);
  else if ('who' in step) act(running, here, step);
}

/** What the desk refuses is refused here too: only what it acknowledged counts. */
function act(
  { people, doses }: Running,
  { station }: TestStation,
  step: Extract<Step, { who: number }>,
): void {
  const personId = people[step.who % Math.max(people.length, 1)] as PersonId;
  const dose = doses[step.who % Math.max(doses.length, 1)];
  const details = aPerson({ givenName: `Erika ${station.newId().slice(0, 8)}` });
  if (step.do === 'register') {
    const externalId = step.who % 2 === 0 ? `T-${step.who}` : undefined;
    const made = registerPerson(station, 'operator', { details, source: 'import', externalId });
    if (made.ok) people.push(made.value.personId);
  } else if (step.do === 'record') {
    const approval = { reason: 'Probe', approvedBy: second };
    const vial = { objections: vialObjections };
    const input = {
      personId,
      lot,
      site: 'left-upper-arm',
      consent: 'oral',
      overrides,
      approval,
      vial,
    } as const;
    const given = recordDose(station, 'operator', input);
    if (given.ok) doses.push(given.value.doseId);
  } else if (isVisitStep(step.do)) visit(station, personId, step.do);
  else if (step.do === 'void' && dose)
    voidDose(station, 'operator', { personId, doseId: dose, reason: 'other', note: 'x', approvedBy: second });
  else if (step.do === 'correct-dose' && dose)
    correctSomething(station, { personId, doseId: dose }, step.who);
  else if (step.do === 'book') {
    const productId = productActiveUnasked;
    const startsAt = station.now();
    bookAppointment(station, 'operator', { personId, productId, plannedDose: 1, startsAt, source: 'desk' });
  } else if (step.do === 'correct')
    correctPerson(station, 'operator', { personId, details, why: 'typing-error' });
  else if (step.do === 'restrict')
    restrictPerson(station, 'operator', { personId, why: 'accuracy-disputed' });
  else if (step.do === 'erase') erasePerson(station, 'operator', { personId, approvedBy: second });
  else if ('other' in step) {
    const otherId = people[step.other % people.length] as PersonId;
    const wish = { personId, otherId, approvedBy: second };
    const sayOfPair = { link: linkPersons, unlink: unlinkPersons, 'tell-apart': tellPersonsApart }[step.do];
    sayOfPair(station, 'operator', wish);
  }
}

/** Its lot, its vaccine or its arm; lots of both that came in and of one that never did. */
function correctSomething(
  station: TestStation['station'],
  dose: { readonly personId: PersonId; readonly doseId: DoseId },
  which: number,
): void {
  const known = doseEntry(station, dose);
  if (!known.ok) return;
  const { entry } = known.value;
  const changes: readonly Partial<DoseEntry>[] = [
    { lot: entry.lot === lot ? 'LOT-2' : lot },
    { productId: idOf(entry.productId === productActiveUnasked ? 'spikevax' : productActiveUnasked) },
    { site: entry.site === 'left-thigh' ? 'right-thigh' : 'left-thigh' },
  ];
  const to = { ...entry, ...changes[which % changes.length] };
  correctDose(station, 'operator', { ...dose, to, note: 'x', approvedBy: second });
}

function keepStock({ station }: TestStation, step: Extract<Step, { vials: number }>): void {
  const name = { productId: productActiveUnasked, lot };
  const { vials } = step;
  if (step.do === 'receive')
    receiveStock(station, 'operator', {
      ...name,
      vials: vials + 1,
      expiresOn,
      source: 'Probe',
      how: 'typed',
    });
  else if (step.do === 'open-vial') openVial(station, 'operator', name);
  else if (step.do === 'count') countStock(station, 'operator', { ...name, vials });
  else if (step.do === 'block') blockLot(station, 'operator', { ...name, reason: 'Probe' });
  else if (step.do === 'release')
    releaseLot(station, 'operator', { ...name, reason: 'Probe', approvedBy: second });
  else if (step.do === 'extend')
    extendExpiry(station, 'operator', { ...name, expiresOn: addDays(expiresOn, vials + 1), source: 'Probe' });
  else {
    const vialId = lotGroundOf(station, name).vials.at(-vials)?.vialId;
    const wish = { ...name, vials: vials + 1, reason: 'broken' as const, note: '' };
    discardVial(station, 'operator', vialId ? { ...wish, vialId } : wish);
  }
}

function pull(
  { stations }: Running,
  here: TestStation,
  step: Extract<Step, { do: 'pull' } | { do: 'keys' }>,
): void {
  const { station } = stations[step.from % stations.length] as TestStation;
  const { keys, events, ...parcel } = parcelOf(station);
  if (step.do === 'keys') receive(here.station, { ...parcel, keys });
  else {
    const some = shuffled(events, step.shuffle).slice(0, Math.ceil((events.length * step.percent) / 100));
    for (let times = step.isTwice ? 2 : 1; times > 0; times--)
      receive(here.station, { ...parcel, events: some, keys: step.withKeys ? keys : [] });
  }
}

/** Twice around: what the last one holds has reached the first then. */
function exchangeAll({ stations }: Running): void {
  for (const { station } of stations) signLog(station);
  for (let round = 0; round < 2; round++)
    for (const here of stations)
      for (const from of stations)
        if (from !== here) {
          const { quarantined } = receive(here.station, parcelOf(from.station));
          if (quarantined.length > 0) throw new Error(`kept apart: ${quarantined.join(', ')}`);
        }
}

function disagreement({ stations, doses }: Running): string | undefined {
  const digests = stations.map(({ station }) => digestOfProjections(station.db));
  if (new Set(digests).size > 1) return 'two stations read differently';
  for (const { station } of stations) {
    const { db, settings, stationKey } = station;
    rebuildProjections(db);
    if (digestOfProjections(db) !== digests[0]) return 'a rebuild reads differently';
    const verdict = verifyLog(db, new Map([[settings.station, stationKey.publicKey]]));
    if (!verdict.isWhole) return `a log is not whole: ${verdict.faults[0]?.fault}`;
    const held = db.all<{ dose_id: string }>('SELECT dose_id FROM dose').map(({ dose_id }) => dose_id);
    if (held.sort().join() !== doses.toSorted().join()) return 'a dose is missing, or one too many';
  }
  return undefined;
}

/** The same order for the same number. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  return items
    .map((item, index) => ({ item, key: Math.imul(index + 1, seed | 1) >>> 0 }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}
