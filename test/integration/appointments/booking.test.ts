import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { idOf, type LaneId, type PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant, instantAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { bookAppointment } from '../../../main/commands/book-appointment.ts';
import { closingsDone, finishClosings, stopClosings } from '../../../main/commands/cancel-closed.ts';
import { offerFreePlaces } from '../../../main/commands/offer-free-places.ts';
import { openDays, saveTemplate } from '../../../main/commands/open-days.ts';
import { endPastDays } from '../../../main/commands/record-no-show.ts';
import { registerPerson } from '../../../main/commands/register-person.ts';
import { answerRequest } from '../../../main/ipc/answer-request.ts';
import { centreProduct } from '../../../main/queries/centre-product.ts';
import { dueItems } from '../../../main/store/outbox/outbox.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { settingOf } from '../../../main/store/settings.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments.ts';
import { passOf } from '../../../main/store/tables/passes.ts';
import {
  aPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../builders/test-station.ts';

const day = '2026-11-24' as PlainDate;
const laneA = idOf<LaneId>('A');
let opened: TestStation;

beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), '2026-11-23T09:00:00.000Z' as Instant);
  const { templateId } = must(
    saveTemplate(opened.station, 'operator', {
      name: 'Probe',
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      hours: [{ from: '09:00', to: '09:20' }],
      slotMinutes: 10,
      lanes: [{ lane: laneA, capacity: 1 }],
    }),
  );
  const range = {
    templateId,
    from: plainDateAt(opened.station.now(), 'Europe/Berlin'),
    to: addDays(day, 60),
  };
  must(openDays(opened.station, 'operator', range));
});
afterEach(() => opened.close());

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of every channel by their fields
type Read = any;

async function ask(channel: string, input: object): Promise<Read> {
  const answer: Answer = await answerRequest(
    opened.station,
    { channel, input },
    { session: 's', actor: 'staff:desk', roles: ['site-lead', 'reception'] },
  );
  return answer;
}

function act(channel: string, input: object): Promise<Read> {
  return ask(channel, { requestId: crypto.randomUUID(), ...input });
}

function someone(givenName: string): PersonId {
  const details = aPerson({ givenName, email: `${givenName.toLowerCase()}@example.invalid` });
  return must(registerPerson(opened.station, 'operator', { details, source: 'desk' })).personId;
}

function slot(on: PlainDate, clock: string): { lane: LaneId; startsAt: Instant } {
  return { lane: laneA, startsAt: instantAt(on, clock, 'Europe/Berlin') };
}

function book(personId: PersonId, ...dates: { lane: LaneId; startsAt: Instant }[]) {
  return act('appointments.book', {
    personId,
    dates: dates.map((date, index) => ({ plannedDose: index + 1, ...date })),
  });
}

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
    const { productId } = centreProduct();
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
    await stopClosings(station);
    const [last] = people.filter(isOpen).slice(-1) as [PersonId];
    const move = { personId: last, appointmentId: appointmentsOf(station.db, last)[0]?.appointment_id };
    await act('appointments.move', { ...move, ...slot(addDays(day, 1), '09:00'), reason: 'asked' });
    finishClosings(station);
    await closingsDone(station);
    expect(people.filter(isOpen)).toEqual([last]);
    const messages = dueItems(station.db, 'mail', station.now(), 1_000);
    expect(messages.filter(({ payload }) => payload.message === 'day-closed')).toHaveLength(399);
    finishClosings(station);
    expect(settingOf(station.db, 'closings')).toBeUndefined();
  });

  test('nobody who came is missing: the end of the day records the others, and a late arrival undoes it', async () => {
    const anna = someone('Anna');
    const booked = await book(anna, slot(day, '09:00'));
    const { appointmentId } = booked.value.dates[0];
    opened.clock.now = instantAt(day, '09:30', 'Europe/Berlin');
    expect((await act('board.end-day', { day })).value).toEqual({ count: 1 });
    const checkedIn = await act('desk.check-in', { personId: anna, appointmentId, via: 'search' });
    expect(checkedIn.value.appointments[0].status).toBe('checked-in');
  });

  test('what was not recorded by hand is recorded after midnight', async () => {
    const anna = someone('Anna');
    await book(anna, slot(day, '09:00'));
    opened.clock.now = instantAt(addDays(day, 1), '00:01', 'Europe/Berlin');
    endPastDays(opened.station);
    expect((await ask('appointments.of-person', { personId: anna })).value.dates[0].status).toBe('no-show');
  });
});

describe('given somebody who comes when they are not expected', () => {
  test('on another day, one key moves their date to now', async () => {
    const anna = someone('Anna');
    await book(anna, slot(day, '09:00'));
    const judged = await ask('desk.open', { personId: anna });
    expect(judged.value.decision).toMatchObject({ reason: 'wrong-day', action: 'check-in' });
    const { appointmentId } = judged.value.decision;
    const input = { personId: anna, appointmentId, via: 'search', overrides: ['wrong-day'] };
    const checkedIn = await act('desk.check-in', input);
    expect(checkedIn.value.appointments[0]).toMatchObject({ day: '2026-11-23', status: 'checked-in' });
    expect((await book(someone('Berta'), slot(day, '09:00'))).ok).toBe(true);
  });

  describe('with a date at another centre today', () => {
    const elsewhere = () => {
      const anna = someone('Anna');
      const { productId } = centreProduct();
      const startsAt = opened.station.now();
      const wish = { personId: anna, productId, plannedDose: 1, startsAt, source: 'import' as const };
      must(bookAppointment(opened.station, 'operator', { ...wish, centre: 'Impfzentrum Nord' }));
      return anna;
    };
    const takeOver = async (anna: PersonId) => {
      const { decision } = (await ask('desk.open', { personId: anna })).value;
      const arrival = { personId: anna, appointmentId: decision.appointmentId, via: 'search' };
      expect(await act('desk.check-in', arrival)).toMatchObject({ refusal: { reason: 'wrong-centre' } });
      return { decision, ...(await act('desk.check-in', { ...arrival, overrides: ['wrong-centre'] })) };
    };

    test('they are not expected here: no board, no list, no place, no pass, no no-show', async () => {
      const anna = elsewhere();
      expect((await ask('desk.today', {})).value).toMatchObject({ counts: { all: 0 }, entries: [] });
      const board = (await ask('board.now', { span: 'day' })).value;
      expect(board).toMatchObject({ counts: { booked: 0 } });
      expect(JSON.stringify(board)).not.toContain(anna);
      opened.clock.now = instantAt('2026-11-23' as PlainDate, '20:00', 'Europe/Berlin');
      expect(await act('board.end-day', { day: '2026-11-23' })).toMatchObject({
        refusal: { reason: 'nobody-expected' },
      });
      expect(passOf(opened.station.db, anna)).toBeUndefined();
      expect((await ask('appointments.of-person', { personId: anna })).value.dates).toMatchObject([
        { status: 'elsewhere', centre: 'Impfzentrum Nord' },
      ]);
    });

    test('one key takes them into the slot that is running, while it has a place', async () => {
      opened.clock.now = instantAt('2026-11-23' as PlainDate, '09:03', 'Europe/Berlin');
      const [anna, berta] = [elsewhere(), elsewhere()];
      const taken = await takeOver(anna);
      expect(taken.decision).toMatchObject({ reason: 'wrong-centre', action: 'check-in', light: 'amber' });
      expect(taken.decision.sentence.de).toContain('Hier ist jetzt ein Platz frei.');
      expect(taken.value.appointments).toMatchObject([{ status: 'checked-in', day: '2026-11-23' }]);
      expect(taken.value.appointments[0].centre).toBeUndefined();
      expect(passOf(opened.station.db, anna)).toBeDefined();
      const [date] = (await ask('appointments.of-person', { personId: anna })).value.dates;
      expect(date).toMatchObject({ lane: 'A', startsAt: slot('2026-11-23' as PlainDate, '09:00').startsAt });
      const second = await takeOver(berta);
      expect(second.decision.sentence.de).toContain('Hier ist jetzt kein Platz frei.');
      const [outside] = (await ask('appointments.of-person', { personId: berta })).value.dates;
      expect(outside).toMatchObject({ status: 'checked-in', startsAt: opened.clock.now });
      expect(outside.lane).toBeUndefined();
      const before = digestOfProjections(opened.station.db);
      rebuildProjections(opened.station.db);
      expect(digestOfProjections(opened.station.db)).toBe(before);
    });
  });

  test('without a date they are a walk-in with a date of their own, outside of the slots', async () => {
    const anna = someone('Anna');
    const input = { personId: anna, via: 'search', overrides: ['no-appointment'] };
    const checkedIn = await act('desk.check-in', input);
    expect(checkedIn.value.appointments).toMatchObject([{ plannedDose: 1, status: 'checked-in' }]);
    const dose = { personId: anna, ordinal: 1, lot: 'L-1', site: 'left-upper-arm' };
    expect((await act('desk.record-dose', dose)).value.appointments[0].status).toBe('attended');
  });

  test('a first dose given early makes the second date misfit, and the better place is one move away', async () => {
    const anna = someone('Anna');
    const late = addDays(day, 10);
    await book(anna, slot(late, '09:00'), slot(addDays(late, 21), '09:10'));
    const [first] = (await ask('appointments.of-person', { personId: anna })).value.dates;
    const { appointmentId } = first;
    const arrival = { personId: anna, appointmentId, via: 'search', overrides: ['wrong-day'] };
    await act('desk.check-in', arrival);
    await act('desk.record-dose', { personId: anna, ordinal: 1, lot: 'L-1', site: 'left-upper-arm' });
    const [, second] = (await ask('appointments.of-person', { personId: anna })).value.dates;
    expect(second).toMatchObject({
      misfit: 'too-late',
      better: { day: addDays('2026-11-23' as PlainDate, 21) },
    });
    const { lane, startsAt } = second.better;
    const move = { personId: anna, appointmentId: second.appointmentId, lane, startsAt, reason: 'interval' };
    const moved = await act('appointments.move', move);
    expect(moved.value.dates[1].misfit).toBeUndefined();
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
  await act('desk.record-dose', { personId: anna, ordinal: 1, lot: 'L-1', site: 'left-upper-arm' });
  await act('slots.close', { day: addDays(day, 3), reason: 'vaccine' });
  await act('slots.set-holiday', { day: addDays(day, 90), name: 'Probe' });
  const { db } = opened.station;
  const before = digestOfProjections(db);
  rebuildProjections(db);
  expect(digestOfProjections(db)).toBe(before);
});
