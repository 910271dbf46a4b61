import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { openAppointments, type PassFacts } from '../../../domain/passes/pass-facts.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { offerFreePlaces } from '../../../main/commands/appointments/offer-free-places.ts';
import { endPastDays } from '../../../main/commands/visits/record-no-show.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { dueItems } from '../../../main/store/outbox/outbox.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { type PassRow, passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import type { Read } from '../../support/asking.ts';
import { slotDay as day, openSlotCentre, slot, slotDesk } from '../../support/slot-centre.ts';
import { must, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openSlotCentre();
});
afterEach(() => opened.close());

const { ask, act, someone, book } = slotDesk(() => opened.station);

describe('given a lane with one place in each slot', () => {
  test('both dates of a series are proposed in its interval, booked together, and the pass knows them', async () => {
    const personId = someone('Anna');
    const proposal = await ask('appointments.propose', { personId, from: day });
    const [first, second] = proposal.value.dates;
    expect(first.place).toMatchObject({ day, free: 1 });
    expect(second.place.day).toBe(addDays(day, 21));
    const dates = [first, second].map(({ plannedDose, place }) => ({
      plannedDose,
      lane: place.lane,
      startsAt: place.startsAt,
    }));
    const booked = await act('appointments.book', { personId, dates });
    expect(booked.value.dates.map(({ lane }: Read) => lane)).toEqual(['A', 'A']);
    expect(booked.value.openDoses).toEqual([]);
    expect(passOf(opened.station.db, personId)?.status).toBe('valid');
  });

  test('a second date is reckoned from the first as chosen, not as proposed', async () => {
    const personId = someone('Anna');
    const chosen = [
      { plannedDose: 1, day: addDays(day, 1), startsAt: slot(addDays(day, 1), '09:10').startsAt },
    ];
    const { value } = await ask('appointments.propose', { personId, from: day, chosen });
    const [, second] = value.dates;
    expect(second.window.earliest).toBe(addDays(day, 22));
    expect(second.place).toMatchObject(slot(addDays(day, 22), '09:10'));
  });

  test('the last place goes to one of two desks, the other is told in words', async () => {
    expect((await book(someone('Anna'), slot(day, '09:00'))).ok).toBe(true);
    const late = await book(someone('Berta'), slot(day, '09:00'));
    expect(late.refusal).toEqual({ reason: 'slot-full' });
  });

  test('a pair of which one does not fit is not booked at all, and the allowed days are named', async () => {
    const personId = someone('Anna');
    const refused = await book(personId, slot(day, '09:00'), slot(addDays(day, 5), '09:00'));
    expect(refused.refusal).toEqual({
      reason: 'interval-too-short',
      details: { dose: 2, earliest: addDays(day, 21) },
    });
    const dates = await ask('appointments.of-person', { personId });
    expect(dates.value.dates).toEqual([]);
  });

  test('the same request twice books once', async () => {
    const personId = someone('Anna');
    const input = {
      requestId: crypto.randomUUID(),
      personId,
      dates: [{ plannedDose: 1, ...slot(day, '09:00') }],
    };
    await ask('appointments.book', input);
    const again = await ask('appointments.book', input);
    expect(again.value.dates).toHaveLength(1);
  });

  test('a place that does not exist, or is over, is refused', async () => {
    const personId = someone('Anna');
    expect((await book(personId, slot(day, '09:05'))).refusal.reason).toBe('slot-unknown');
    const today = '2026-11-23' as PlainDate;
    expect((await book(personId, slot(today, '09:00'))).refusal.reason).toBe('slot-over');
  });

  test('few free places in the interval warn and do not block', async () => {
    const personId = someone('Anna');
    for (let offset = 21; offset <= 28; offset++)
      for (const clock of ['09:00', '09:10']) {
        if (offset === 28) continue;
        await book(someone(`P${offset}${clock.slice(3)}`), slot(addDays(day, offset), clock));
      }
    const { value } = await ask('appointments.propose', { personId, from: day });
    expect(value.dates[1]).toMatchObject({ isShort: true, vacancy: { free: 2, capacity: 16 } });
    expect(value.dates[1].place.day).toBe(addDays(day, 28));
  });
});

describe('given a booked date', () => {
  test('moving frees the place at once and tells the person without a word of it in the queue', async () => {
    const anna = someone('Anna');
    const booked = await book(anna, slot(day, '09:00'));
    const { appointmentId } = booked.value.dates[0];
    const to = { ...slot(day, '09:10'), reason: 'asked' };
    const moved = await act('appointments.move', { personId: anna, appointmentId, ...to });
    expect(moved.value.dates[0]).toMatchObject({ startsAt: slot(day, '09:10').startsAt, status: 'booked' });
    expect((await book(someone('Berta'), slot(day, '09:00'))).ok).toBe(true);
    const messages = dueItems(opened.station.db, 'mail', opened.station.now(), 20).map(
      ({ payload }) => payload,
    );
    expect(messages).toContainEqual({ personId: anna, message: 'appointment-moved', appointmentId });
    expect(JSON.stringify(messages)).not.toContain('example.invalid');
  });

  test('a cancelled place is offered to the next on the list; a no hands it on, a yes books it', async () => {
    const anna = someone('Anna');
    const booked = await book(anna, slot(day, '09:00'));
    await book(someone('Clara'), slot(day, '09:10'));
    const [berta, dora] = [someone('Berta'), someone('Dora')];
    for (const personId of [berta, dora])
      await act('appointments.join-standby', { personId, fromDay: day, toDay: day, reach: 'phone' });
    const { appointmentId } = booked.value.dates[0];
    await act('appointments.cancel', { personId: anna, appointmentId, reason: 'asked' });
    const offered = async () => (await ask('appointments.standby-list', {})).value.waiting;
    const [first, second] = await offered();
    expect(first).toMatchObject({ personId: berta, offer: { startsAt: slot(day, '09:00').startsAt } });
    expect(second.offer).toBeUndefined();
    // The offer holds the place: nobody else gets it at a desk.
    expect((await book(someone('Emil'), slot(day, '09:00'))).refusal.reason).toBe('slot-full');
    await act('appointments.answer-offer', { offerId: first.offer.offerId, answer: 'declined' });
    const [, next] = await offered();
    expect(next).toMatchObject({ personId: dora, offer: { startsAt: slot(day, '09:00').startsAt } });
    const taken = await act('appointments.answer-offer', { offerId: next.offer.offerId, answer: 'accepted' });
    expect(taken.ok).toBe(true);
    const dates = await ask('appointments.of-person', { personId: dora });
    expect(dates.value).toMatchObject({ dates: [{ status: 'booked' }], standby: [] });
  });

  test('an offer that nobody answers runs out and goes to the next', async () => {
    const [berta, dora] = [someone('Berta'), someone('Dora')];
    await book(someone('Clara'), slot(day, '09:10'));
    for (const personId of [berta, dora])
      await act('appointments.join-standby', { personId, fromDay: day, toDay: day, reach: 'here' });
    opened.clock.now = addMinutes(opened.clock.now, 16);
    offerFreePlaces(opened.station);
    const { waiting } = (await ask('appointments.standby-list', {})).value;
    expect(waiting.map(({ offer }: Read) => offer !== undefined)).toEqual([false, true]);
  });

  test('a closed day cancels everybody, says how many before, and takes no more', async () => {
    const [anna, berta] = [someone('Anna'), someone('Berta')];
    await book(anna, slot(day, '09:00'));
    await book(berta, slot(day, '09:10'));
    const preview = await ask('slots.close-preview', { day });
    expect(preview.value).toEqual({ people: 2, reachable: 2, passes: 2 });
    const closed = await act('slots.close', { day, reason: 'staff' });
    expect(closed.value).toEqual({ cancelled: 2 });
    for (const personId of [anna, berta])
      expect((await ask('appointments.of-person', { personId })).value.dates[0].status).toBe('cancelled');
    expect((await book(someone('Clara'), slot(day, '09:00'))).refusal.reason).toBe('slot-unknown');
    const messages = dueItems(opened.station.db, 'mail', opened.station.now(), 20);
    expect(messages.filter(({ payload }) => payload.message === 'day-closed')).toHaveLength(2);
  });

  test('a full day is closed at once and cancelled beside the desk, also through a stop in between', async () => {
    const { station } = opened;
    const productId = productActiveUnasked;
    const wish = {
      productId,
      plannedDose: 1,
      source: 'import',
      startsAt: slot(day, '12:00').startsAt,
    } as const;
    // So many that no machine cancels them all before the answer is read.
    const people = Array.from({ length: 400 }, (_, at) => someone(`Gast${at}`));
    for (const personId of people) must(bookAppointment(station, 'operator', { personId, ...wish }));
    expect((await act('slots.close', { day, reason: 'staff' })).value).toEqual({ cancelled: 400 });
    const isOpen = (personId: PersonId) => appointmentsOf(station.db, personId)[0]?.status === 'booked';
    expect(people.filter(isOpen).length).toBeGreaterThan(0);
    await station.closings.stop();
    const [last] = people.filter(isOpen).slice(-1) as [PersonId];
    const move = { personId: last, appointmentId: appointmentsOf(station.db, last)[0]?.appointment_id };
    await act('appointments.move', { ...move, ...slot(addDays(day, 1), '09:00'), reason: 'asked' });
    station.closings.start();
    await station.closings.done();
    expect(people.filter(isOpen)).toEqual([last]);
    const messages = dueItems(station.db, 'mail', station.now(), 1_000);
    expect(messages.filter(({ payload }) => payload.message === 'day-closed')).toHaveLength(399);
    station.closings.start();
    expect(settingOf(station.db, 'closings')).toBeUndefined();
  });

  test('a closing that a full disk stops goes on by itself once there is room', async () => {
    const { station } = opened;
    const { startsAt } = slot(day, '12:00');
    const wish = { productId: productActiveUnasked, plannedDose: 1, source: 'import', startsAt } as const;
    const people = Array.from({ length: 200 }, (_, at) => someone(`Gast${at}`));
    for (const personId of people) must(bookAppointment(station, 'operator', { personId, ...wish }));
    expect((await act('slots.close', { day, reason: 'staff' })).ok).toBe(true);
    station.db.pragma(`max_page_count = ${Number(station.db.pragma('page_count'))}`);
    await station.closings.done();
    expect(station.closings.fault()).toBeDefined();
    station.db.pragma('max_page_count = 1000000');
    await vi.waitUntil(() => settingOf(station.db, 'closings') === undefined, 20_000);
    await station.closings.done();
    expect(station.closings.fault()).toBeUndefined();
    const isOpen = (personId: PersonId) => appointmentsOf(station.db, personId)[0]?.status === 'booked';
    expect(people.filter(isOpen)).toEqual([]);
  }, 60_000);

  test('nobody who came is missing: the end of the day records the others, and a late arrival undoes it', async () => {
    const anna = someone('Anna');
    const booked = await book(anna, slot(day, '09:00'));
    const { appointmentId } = booked.value.dates[0];
    opened.clock.now = instantAt(day, '09:30', 'Europe/Berlin');
    expect((await act('board.end-day', { day })).value).toEqual({ count: 1 });
    const checkedIn = await act('desk.check-in', { personId: anna, appointmentId, via: 'search' });
    expect(checkedIn.value.appointments[0].status).toBe('checked-in');
  });

  test('a pass stops naming the date that was missed, without a sound, and names it again for a late arrival', async () => {
    const anna = someone('Anna');
    const later = slot(addDays(day, 21), '09:00');
    const booked = await book(anna, slot(day, '09:00'), later);
    const { db } = opened.station;
    const shown = () => {
      const pass = passOf(db, anna) as PassRow;
      const facts = passFacts(opened.station, pass) as PassFacts;
      const next = openAppointments(facts)[0]?.startsAt;
      return { revision: pass.revision, announced: pass.announced, next };
    };
    expect(shown()).toEqual({ revision: 0, announced: null, next: slot(day, '09:00').startsAt });
    await drainOutbox(opened.station);
    opened.clock.now = instantAt(day, '09:30', 'Europe/Berlin');
    await act('board.end-day', { day });
    expect(shown()).toEqual({ revision: 1, announced: null, next: later.startsAt });
    await drainOutbox(opened.station);
    expect(passFileOf(db, (passOf(db, anna) as PassRow).pass_id)?.revision).toBe(1);
    const { appointmentId } = booked.value.dates[0];
    await act('desk.check-in', { personId: anna, appointmentId, via: 'search' });
    expect(shown()).toEqual({ revision: 2, announced: null, next: slot(day, '09:00').startsAt });
  });

  test.each([
    ['after midnight', 1],
    ['by a station that stood still for nine weeks', 63],
  ])('what was not recorded by hand is recorded %s', async (_, daysLater) => {
    const anna = someone('Anna');
    await book(anna, slot(day, '09:00'));
    opened.clock.now = instantAt(addDays(day, daysLater), '00:01', 'Europe/Berlin');
    opened.station.clock.confirm();
    endPastDays(opened.station);
    expect((await ask('appointments.of-person', { personId: anna })).value.dates[0].status).toBe('no-show');
    const pass = passOf(opened.station.db, anna) as PassRow;
    expect(openAppointments(passFacts(opened.station, pass) as PassFacts)).toEqual([]);
  });
});

test('all of it is made again from the log without a difference', async () => {
  const [anna, berta] = [someone('Anna'), someone('Berta')];
  const booked = await book(anna, slot(day, '09:00'), slot(addDays(day, 21), '09:00'));
  await act('appointments.join-standby', { personId: berta, fromDay: day, toDay: day, reach: 'phone' });
  const [first, second] = booked.value.dates;
  await act('appointments.cancel', { personId: anna, appointmentId: second.appointmentId, reason: 'asked' });
  opened.clock.now = instantAt(day, '09:01', 'Europe/Berlin');
  const arrival = { personId: anna, appointmentId: first.appointmentId, via: 'search' };
  const { visit } = (await act('desk.check-in', arrival)).value;
  await act('board.reach-stage', { personId: anna, visitId: visit.visitId, stage: 'vaccination' });
  await act('desk.record-dose', {
    personId: anna,
    ordinal: 1,
    lot: 'L-1',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
  });
  await act('slots.close', { day: addDays(day, 3), reason: 'vaccine' });
  await act('slots.set-holiday', { day: addDays(day, 90), name: 'Probe' });
  const { db } = opened.station;
  const before = digestOfProjections(db);
  rebuildProjections(db);
  expect(digestOfProjections(db)).toBe(before);
});
