import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { endPastDays } from '../../../main/commands/visits/record-no-show.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import type { Read } from '../../support/asking.ts';
import { slotDay as day, openSlotCentre, slot, slotDesk } from '../../support/slot-centre.ts';
import { must, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openSlotCentre();
  opened.clock.now = instantAt(day, '09:00', 'Europe/Berlin');
});
afterEach(() => opened.close());

const { ask, act, someone, book } = slotDesk(() => opened.station);

async function arrived(name: string, clock = '09:00') {
  const personId = someone(name);
  const { appointmentId } = (await book(personId, slot(day, clock))).value.dates[0];
  const { visit } = (await act('desk.check-in', { personId, appointmentId, via: 'search' })).value;
  return { personId, appointmentId, visitId: visit.visitId };
}

const dose = {
  ordinal: 1,
  lot: 'L-1',
  site: 'left-upper-arm',
  consent: 'oral',
  productId: 'comirnaty',
};
const boardRows = async (): Promise<Read[]> => (await ask('board.now', { span: 'day' })).value.entries;
const countsNow = async () => (await ask('board.now', { span: 'day' })).value.counts;
const nextOnPass = async (personId: string) =>
  JSON.stringify((await ask('passes.face', { personId, language: 'de' })).value);

function expectSameFromLog() {
  const before = digestOfProjections(opened.station.db);
  rebuildProjections(opened.station.db);
  expect(digestOfProjections(opened.station.db)).toBe(before);
}

describe('given somebody who was checked in and is not vaccinated', () => {
  test('the visit ends: they are no longer in the house, the pass names the date no more, and nobody missed it', async () => {
    const { personId, visitId } = await arrived('Anna');
    expect(await nextOnPass(personId)).toContain('09:00');
    const ended = await act('desk.end-visit', { personId, visitId, reason: 'medical' });
    expect(ended.value.appointments[0].status).toBe('not-vaccinated');
    expect(ended.value.visit).toBeUndefined();
    expect(ended.value.endedVisit).toMatchObject({ visitId, reason: 'medical' });
    const [row] = await boardRows();
    expect(row.visit).toMatchObject({ stage: 'check-out', isEnded: true });
    expect(JSON.stringify(row)).not.toContain('medical');
    expect(await countsNow()).toMatchObject({ booked: 1, arrived: 1, vaccinated: 0, noShow: 0 });
    const face = (await ask('passes.face', { personId, language: 'de' })).value;
    expect(JSON.stringify([face.header, face.primary, face.secondary, face.auxiliary])).not.toContain(
      '09:00',
    );
    expectSameFromLog();
  });

  test('the desk invites nobody to that date once more: it is not green', async () => {
    const { personId, visitId } = await arrived('Anna');
    await act('desk.end-visit', { personId, visitId, reason: 'medical' });
    const { decision } = (await ask('desk.open', { personId })).value;
    expect(decision).toMatchObject({ light: 'amber', reason: 'left-without-dose', action: 'check-in' });
    await book(personId, slot(day, '09:10'));
    expect((await ask('desk.open', { personId })).value.decision).toMatchObject({ light: 'green' });
  });

  test('a new date can be booked for the dose at once, and the desk offers it', async () => {
    const { personId, visitId } = await arrived('Anna');
    await act('desk.end-visit', { personId, visitId, reason: 'unwell' });
    const dates = (await ask('appointments.of-person', { personId })).value;
    expect(dates.openDoses).toContain(1);
    expect((await book(personId, slot(day, '09:10'))).ok).toBe(true);
  });

  test('it is undone on that day, and the new date goes with it', async () => {
    const { personId, visitId, appointmentId } = await arrived('Anna');
    await act('board.reach-stage', { personId, visitId, stage: 'vaccination' });
    await act('desk.end-visit', { personId, visitId, reason: 'declined' });
    await book(personId, slot(day, '09:10'));
    const resumed = await act('desk.resume-visit', { personId, visitId });
    expect(resumed.value.visit).toMatchObject({ visitId, appointmentId });
    expect(resumed.value.endedVisit).toBeUndefined();
    expect(resumed.value.appointments.map(({ status }: Read) => status)).toEqual(['checked-in', 'cancelled']);
    expect((await boardRows()).find(({ visit }) => visit)?.visit.stage).toBe('vaccination');
    expect((await act('desk.record-dose', { personId, ...dose })).value.appointments[0].status).toBe(
      'attended',
    );
    expect((await act('desk.resume-visit', { personId, visitId })).refusal.reason).toBe('visit-not-ended');
    expectSameFromLog();
  });

  test('who comes back on the day is checked in anew and vaccinated: the board has one row', async () => {
    const { personId, visitId, appointmentId } = await arrived('Anna');
    await act('desk.end-visit', { personId, visitId, reason: 'left' });
    opened.clock.now = addMinutes(opened.clock.now, 30);
    const { decision } = (await ask('desk.open', { personId })).value;
    expect(decision).toMatchObject({ action: 'check-in', appointmentId });
    const again = await act('desk.check-in', { personId, appointmentId, via: 'search' });
    expect(again.ok).toBe(true);
    expect(again.value.visit.visitId).not.toBe(visitId);
    expect((await act('desk.record-dose', { personId, ...dose })).value.appointments[0].status).toBe(
      'attended',
    );
    const rows = await boardRows();
    expect(rows.map(({ visit }) => visit?.stage)).toEqual(['observation']);
    expectSameFromLog();
  });

  test('who comes back keeps the one date: what was booked instead is cancelled, and undone it is over again', async () => {
    const { personId, appointmentId, visitId } = await arrived('Anna');
    await act('desk.end-visit', { personId, visitId, reason: 'medical' });
    await book(personId, slot(addDays(day, 7), '09:00'));
    const again = await act('desk.check-in', { personId, appointmentId, via: 'search' });
    expect(again.value.appointments.map(({ status }: Read) => status)).toEqual(['checked-in', 'cancelled']);
    const undone = await act('desk.undo-check-in', { personId, visitId: again.value.visit.visitId });
    expect(undone.value.appointments[0].status).toBe('not-vaccinated');
    expectSameFromLog();
  });

  test('a dose that was voided after the release leaves a visit that can end', async () => {
    const { personId, visitId } = await arrived('Anna');
    const { doseId } = (await act('desk.record-dose', { personId, ...dose })).value;
    opened.clock.now = addMinutes(opened.clock.now, 30);
    await act('board.release', { personId, visitId });
    const wrong = {
      personId,
      doseId,
      reason: 'not-given' as const,
      note: '',
      approvedBy: idOf<StaffId>('second'),
    };
    must(voidDose(opened.station, 'operator', wrong));
    expect((await act('desk.end-visit', { personId, visitId, reason: 'left' })).ok).toBe(true);
    const { card, decision } = (await ask('desk.open', { personId })).value;
    expect(card.visit).toBeUndefined();
    expect(decision.light).not.toBe('green');
    expectSameFromLog();
  });

  test('nothing more can be done in a visit that has ended', async () => {
    const { personId, visitId } = await arrived('Anna');
    await act('desk.end-visit', { personId, visitId, reason: 'left' });
    const step = await act('board.reach-stage', { personId, visitId, stage: 'vaccination' });
    expect(step.refusal.reason).toBe('visit-unknown');
    const undone = await act('desk.undo-check-in', { personId, visitId });
    expect(undone.refusal.reason).toBe('visit-unknown');
  });

  test('after a dose the visit does not end without one', async () => {
    const { personId, visitId } = await arrived('Anna');
    await act('desk.record-dose', { personId, ...dose });
    const ended = await act('desk.end-visit', { personId, visitId, reason: 'left' });
    expect(ended.refusal.reason).toBe('dose-already-today');
  });
});

describe('given a day at whose end nobody said what became of somebody', () => {
  test('after midnight their visit ends by itself, theirs alone, and the pass names no date of the past', async () => {
    const left = await arrived('Anna');
    const given = await arrived('Bela', '09:10');
    await act('desk.record-dose', { personId: given.personId, ...dose });
    endPastDays(opened.station);
    const statusOf = async (personId: string) =>
      (await ask('appointments.of-person', { personId })).value.dates[0]?.status;
    expect(await statusOf(left.personId)).toBe('checked-in');
    opened.clock.now = addMinutes(opened.clock.now, 20 * 60);
    endPastDays(opened.station);
    endPastDays(opened.station);
    expect(await statusOf(left.personId)).toBe('not-vaccinated');
    expect(await statusOf(given.personId)).toBe('attended');
    const events = opened.station.db.all<{ data: string; actor: string }>(
      `SELECT data, actor FROM event WHERE type = 'VisitEndedWithoutDose'`,
    );
    expect(events).toHaveLength(1);
    expect(JSON.parse(events[0]?.data ?? '')).toMatchObject({ visitId: left.visitId, reason: 'not-told' });
    const face = (await ask('passes.face', { personId: left.personId, language: 'de' })).value;
    expect(JSON.stringify([face.header, face.primary, face.secondary, face.auxiliary])).not.toContain(
      '09:00',
    );
    expectSameFromLog();
  });
});
