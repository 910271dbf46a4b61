import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { instantAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { slotDay as day, openSlotCentre, slot, slotDesk } from '../../support/slot-centre.ts';
import { must, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openSlotCentre();
});
afterEach(() => opened.close());

const { ask, act, someone, book } = slotDesk(() => opened.station);

describe('given somebody who comes when they are not expected', () => {
  test('on another day, one key moves their date to now', async () => {
    const anna = someone('Anna');
    await book(anna, slot(day, '09:00'));
    const evaluated = await ask('desk.open', { personId: anna });
    expect(evaluated.value.decision).toMatchObject({ reason: 'wrong-day', action: 'check-in' });
    const { appointmentId } = evaluated.value.decision;
    const input = { personId: anna, appointmentId, via: 'search', overrides: ['wrong-day'] };
    const checkedIn = await act('desk.check-in', input);
    expect(checkedIn.value.appointments[0]).toMatchObject({ day: '2026-11-23', status: 'checked-in' });
    expect((await book(someone('Berta'), slot(day, '09:00'))).ok).toBe(true);
  });

  test('and undone, their date goes back to its place, unless somebody took it', async () => {
    const anna = someone('Anna');
    await book(anna, slot(day, '09:00'));
    const { appointmentId } = (await ask('desk.open', { personId: anna })).value.decision;
    const comes = { personId: anna, appointmentId, via: 'search', overrides: ['wrong-day'] };
    const [before] = (await ask('appointments.of-person', { personId: anna })).value.dates;
    const goesBack = async () => {
      const { visitId } = (await act('desk.check-in', comes)).value.visit;
      return () => act('desk.undo-check-in', { personId: anna, visitId });
    };
    await (await goesBack())();
    expect((await ask('appointments.of-person', { personId: anna })).value.dates).toEqual([before]);
    const undo = await goesBack();
    const others = ['Berta', 'Clara', 'Dora', 'Elli'].map(someone);
    for (const other of others) await book(other, slot(day, '09:00'));
    expect((await undo()).ok).toBe(true);
    const [after] = (await ask('appointments.of-person', { personId: anna })).value.dates;
    expect(after).toMatchObject({ status: 'booked', startsAt: before.startsAt });
    expect(after.lane).toBeUndefined();
  });

  test('without a date and undone, the date that was made for them is none any more', async () => {
    const anna = someone('Anna');
    const comes = { personId: anna, via: 'search', overrides: ['no-appointment'] };
    const { visitId } = (await act('desk.check-in', comes)).value.visit;
    const undone = await act('desk.undo-check-in', { personId: anna, visitId });
    expect(undone.value.appointments).toMatchObject([{ status: 'cancelled' }]);
    expect((await ask('desk.open', { personId: anna })).value.decision.reason).toBe('no-appointment');
  });

  test('after the first date was missed, the date that is kept is of the dose that was given', async () => {
    const anna = someone('Anna');
    await book(anna, slot(day, '09:00'), slot(addDays(day, 24), '09:00'));
    opened.clock.now = instantAt(day, '20:00', 'Europe/Berlin');
    expect((await act('board.end-day', { day })).ok).toBe(true);
    opened.clock.now = instantAt(addDays(day, 22), '10:00', 'Europe/Berlin');
    const { decision } = (await ask('desk.open', { personId: anna })).value;
    const { appointmentId, reason } = decision;
    await act('desk.check-in', { personId: anna, appointmentId, via: 'search', overrides: [reason] });
    const dose = { lot: 'L-1', site: 'left-upper-arm', consent: 'oral', productId: productActiveUnasked };
    const given = await act('desk.record-dose', { personId: anna, ordinal: 1, ...dose });
    expect(given.value.appointments).toMatchObject([
      { plannedDose: 1, status: 'no-show' },
      { plannedDose: 1, status: 'attended', day: addDays(day, 22) },
    ]);
    const { openDoses } = (await ask('appointments.of-person', { personId: anna })).value;
    expect(openDoses).toEqual([2]);
    const before = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(before);
  });

  describe('with a date at another centre today', () => {
    const elsewhere = (name = 'Anna') => {
      const anna = someone(name);
      const productId = productActiveUnasked;
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
      const [anna, berta] = [elsewhere(), elsewhere('Berta')];
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
    const dose = {
      personId: anna,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    };
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
    await act('desk.record-dose', {
      personId: anna,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    });
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
