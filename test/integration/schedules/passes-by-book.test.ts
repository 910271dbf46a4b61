import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { addDays, type BirthDate, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { activateProduct } from '../../../main/commands/products/activate-product.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { type RecountPayload, recountPasses } from '../../../main/outbox/recount-passes.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { personCard } from '../../../main/queries/people/person-card.ts';
import { historyOf } from '../../../main/store/event-log/read-events.ts';
import { dueItems, outboxCounts } from '../../../main/store/outbox/outbox.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import { asking } from '../../support/asking.ts';
import { campaign, stricter } from '../../support/replanned-centre.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

let opened: TestStation;
const doctor = asking(() => opened.station, { actor: 'staff:doctor', roles: ['screening-doctor'] });
beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

const activate = (stated: object) => doctor.act('schedules.activate', stated);
const passesOf = async (book: string) => (await doctor.valueOf('schedules.affected-passes', { book })).passes;

let people = 0;

function withDose(): PersonId {
  people += 1;
  const birthDate = addDays('1950-01-01' as PlainDate, people * 40) as string as BirthDate;
  const personId = expectPerson(opened.station, aPerson({ familyName: `Muster${people}`, birthDate }));
  const dose = {
    personId,
    lot: 'LOT-1',
    site: 'left-upper-arm',
    consent: 'oral',
    overrides: ['not-checked-in'],
  } as const;
  must(recordDose(opened.station, 'operator', dose));
  return personId;
}

/** What the pass says now, and how often it was updated by the confirmation of a schedule. */
function passNow(personId: PersonId) {
  const { station } = opened;
  const pass = passOf(station.db, personId);
  const facts = pass && passFacts(station, pass);
  const updates = historyOf(station.db, personId).filter(
    ({ event, actor }) => event.type === 'PassUpdated' && actor === 'outbox',
  );
  return {
    says: `${facts?.doses.length} von ${facts?.plannedDoses}`,
    updates: updates.map(({ event }) => 'announced' in event.data && event.data.announced),
    isSigned: pass && passFileOf(station.db, pass.pass_id)?.revision === pass.revision,
  };
}

describe('given passes that say one of two', () => {
  test('when three doses are confirmed, then so many are named before, each is updated once and silently, and it says one of three', async () => {
    const guests = Array.from({ length: 25 }, withDose);
    await drainOutbox(opened.station);
    expect(passNow(guests[0] as PersonId).says).toBe('1 von 2');
    expect(await passesOf(stricter.book)).toBe(25);
    expect(await passesOf(campaign.book)).toBe(0);
    await activate(stricter);
    await drainOutbox(opened.station);
    for (const personId of guests)
      expect(passNow(personId)).toEqual({ says: '1 von 3', updates: [false], isSigned: true });
    expect(await passesOf(stricter.book)).toBe(0);
    expect(outboxCounts(opened.station.db)).toMatchObject({ waiting: 0, failed: 0 });
  });

  test('when the same number is confirmed, then nothing is updated', async () => {
    const personId = withDose();
    await activate(campaign);
    await drainOutbox(opened.station);
    expect(passNow(personId)).toMatchObject({ says: '1 von 2', updates: [] });
  });

  test('when a second version comes before the first was worked off, then each pass ends where it belongs', async () => {
    const personId = withDose();
    await activate(stricter);
    await activate(campaign);
    await drainOutbox(opened.station);
    expect(passNow(personId)).toMatchObject({ says: '1 von 2', isSigned: true });
  });

  test('then the desk says the same number as the pass', async () => {
    const personId = withDose();
    await activate(stricter);
    expect(personCard(opened.station, personId)?.product.doseCount).toBe(3);
    expect(passNow(personId).says).toBe('1 von 3');
  });
});

test('a pass of another vaccine is not touched', async () => {
  const { station } = opened;
  const mmr = idOf<ProductId>('m-m-rvaxpro');
  must(activateProduct(station, 'operator', { productId: mmr }));
  const { personId } = must(registerPerson(station, 'operator', { details: aPerson(), source: 'desk' }));
  const startsAt = addMinutes(station.now(), 60);
  must(
    bookAppointment(station, 'operator', {
      personId,
      productId: mmr,
      plannedDose: 1,
      startsAt,
      source: 'desk',
    }),
  );
  await activate(stricter);
  await drainOutbox(station);
  expect(passNow(personId)).toMatchObject({ says: '0 von 2', updates: [] });
});

describe('given a confirmation whose passes were not all reached', () => {
  const recounts = () =>
    dueItems(opened.station.db, 'redesign', opened.station.now(), 100).filter(
      ({ kind }) => kind === 'recount-passes',
    );

  test('when the same schedule is confirmed again after another, then its run goes on beside the new one', async () => {
    const guests = Array.from({ length: 15 }, withDose);
    await drainOutbox(opened.station);
    await activate(stricter);
    const [first] = recounts();
    if (!first) throw new Error('nothing is queued');
    await recountPasses(opened.station, first, first.payload as unknown as RecountPayload);
    await activate(campaign);
    await activate(stricter);
    // The first of them goes on after the passes that it reached, by what was confirmed before it.
    expect(recounts().map(({ payload }) => [payload.book, payload.after !== undefined])).toEqual([
      [stricter.book, true],
      [campaign.book, false],
      [stricter.book, false],
    ]);
    await drainOutbox(opened.station);
    for (const personId of guests)
      expect(passNow(personId)).toMatchObject({ says: '1 von 3', isSigned: true });
  });
});

test('given a pass of a vaccine that this version does not know, then all others are counted and updated', async () => {
  const [odd, ...others] = Array.from({ length: 3 }, withDose);
  const { db } = opened.station;
  await drainOutbox(opened.station);
  for (const table of ['dose', 'appointment'])
    db.run(`UPDATE ${table} SET product_id = 'of-later' WHERE person_id = ?`, odd ?? '');
  expect(await passesOf(stricter.book)).toBe(2);
  await activate(stricter);
  await drainOutbox(opened.station);
  for (const personId of others) expect(passNow(personId)).toMatchObject({ says: '1 von 3', isSigned: true });
});

describe('given a pass of somebody with neither date nor dose', () => {
  const bare = (birthDate?: string) =>
    expectPerson(opened.station, aPerson(birthDate ? { birthDate: birthDate as BirthDate } : {}));

  test('when three doses are confirmed, then it says none of three, is counted before, and the day on which somebody asks changes nothing', async () => {
    const personId = bare();
    await drainOutbox(opened.station);
    expect(passNow(personId).says).toBe('0 von 2');
    expect(await passesOf(stricter.book)).toBe(1);
    await activate(stricter);
    await drainOutbox(opened.station);
    expect(passNow(personId)).toEqual({ says: '0 von 3', updates: [false], isSigned: true });
    opened.clock.now = '2066-11-23T09:00:00.000Z' as Instant;
    expect(passNow(personId).says).toBe('0 von 3');
  });

  test('when the birth date is not wholly known, then the plain schedule goes on to count', async () => {
    const personId = bare('1964');
    await activate(stricter);
    await drainOutbox(opened.station);
    expect(passNow(personId)).toMatchObject({ says: '0 von 2', updates: [] });
  });
});
