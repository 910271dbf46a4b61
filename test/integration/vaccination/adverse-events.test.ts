import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { slotDay as day, openSlotCentre, slot, slotDesk } from '../../support/slot-centre.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import { must, type TestStation } from '../../support/test-station.ts';

const approvedBy = idOf<StaffId>('second');
let opened: TestStation;

beforeEach(async () => {
  opened = await openSlotCentre();
  opened.clock.now = instantAt(day, '09:00', 'Europe/Berlin');
});
afterEach(() => opened.close());

const { ask, act, someone, book } = slotDesk(() => opened.station);

async function vaccinated() {
  const personId = someone('Anna');
  const booked = await book(personId, slot(day, '09:00'));
  const { appointmentId } = booked.value.dates[0];
  await act('desk.check-in', { personId, appointmentId, via: 'search' });
  const dose = {
    personId,
    ordinal: 1,
    lot: 'L-77',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
  };
  const { doseId } = (await act('desk.record-dose', dose)).value;
  opened.clock.now = addMinutes(opened.clock.now, 5);
  return { personId, doseId };
}

const reaction = (more: object = {}) => ({
  kinds: ['allergic'],
  beganAt: addMinutes(opened.clock.now, -1),
  course: 'recovering',
  description: 'Quaddeln am Hals',
  measures: 'Antihistaminikum',
  ...more,
});

const warned = async () =>
  (await ask('system.status')).value.warnings.filter(
    ({ code }: { code: string }) => code === 'adverse-event-unreported',
  );

describe('given somebody who reacts five minutes after a dose', () => {
  test('the form is filled with the dose', async () => {
    const { personId, doseId } = await vaccinated();
    const { value } = await ask('adverse-events.of-person', { personId });
    expect(value.doses).toMatchObject([{ doseId, ordinal: 1, lot: 'L-77', productName: 'Comirnaty' }]);
    expect(value.entries).toEqual([]);
  });

  test('every window says until when it is to be reported, and never whom it is about, until it is', async () => {
    const { personId, doseId } = await vaccinated();
    const recorded = await act('adverse-events.record', {
      personId,
      doseId,
      isReportable: true,
      reaction: reaction(),
    });
    const { adverseEventId } = recorded.value;
    const [warning] = await warned();
    expect(warning.sentence.de).toContain('09:05');
    expect(JSON.stringify(warning)).not.toContain('Anna');
    expect((await ask('adverse-events.open')).value.entries).toMatchObject([
      { adverseEventId, dueAt: addMinutes(opened.clock.now, 24 * 60) },
    ]);
    opened.clock.now = addMinutes(opened.clock.now, 24 * 60 + 1);
    expect((await warned())[0].sentence.de).toContain('Bitte sofort melden');
    const report = { personId, adverseEventId, way: 'phone', office: '' };
    expect((await act('adverse-events.note-report', report)).ok).toBe(true);
    expect(await warned()).toEqual([]);
    expect((await ask('adverse-events.open')).value.entries).toEqual([]);
    expect((await act('adverse-events.note-report', report)).refusal.reason).toBe('adverse-event-reported');
  });

  test('a usual reaction is kept, and nobody is told to report it', async () => {
    const { personId, doseId } = await vaccinated();
    const wish = { personId, doseId, isReportable: false, reaction: reaction({ kinds: ['fever'] }) };
    await act('adverse-events.record', wish);
    expect(await warned()).toEqual([]);
    const { value } = await ask('adverse-events.of-person', { personId });
    expect(value.entries).toMatchObject([{ kinds: ['fever'], description: 'Quaddeln am Hals' }]);
    expect(value.entries[0].dueAt).toBeUndefined();
  });

  test('after the next dose they stay for 30 minutes', async () => {
    const { personId, doseId } = await vaccinated();
    await act('adverse-events.record', { personId, doseId, isReportable: true, reaction: reaction() });
    const later = addDays(day, 21);
    opened.clock.now = instantAt(later, '09:00', 'Europe/Berlin');
    const card = await act('desk.check-in', { personId, via: 'search', overrides: ['no-appointment'] });
    expect(card.value.product.observationMinutes).toBe(30);
    await act('desk.record-dose', {
      personId,
      ordinal: 2,
      lot: 'L-78',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
      overrides: ['earlier-reaction'],
    });
    const { value } = await ask('board.now', { span: 'day' });
    expect(value.entries[0].visit.observation.minutes).toBe(30);
  });

  test('the report is a PDF that is kept as given out, with a name that names nobody', async () => {
    const { personId, doseId } = await vaccinated();
    const { adverseEventId } = (
      await act('adverse-events.record', { personId, doseId, isReportable: true, reaction: reaction() })
    ).value;
    const paper = await ask('adverse-events.paper', { personId, adverseEventId, language: 'de' });
    expect(Buffer.from(paper.value.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(paper.value.fileName).toBe(`verdachtsmeldung-${day}.pdf`);
    expect(opened.station.db.all('SELECT kind, people FROM disclosure')).toEqual([
      { kind: 'adverse-event-pdf', people: 1 },
    ]);
  });

  test('reception reads nothing of it', async () => {
    const { personId } = await vaccinated();
    const window = aWindow(() => opened.station, 'window-2');
    const receives = await expectStaff(opened.station, 'Rita Empfang', ['reception', 'auditor']);
    await window.signIn(receives, receives.pin);
    for (const [channel, input] of [
      ['adverse-events.open', {}],
      ['adverse-events.of-person', { personId }],
    ] as const)
      expect((await window.ask(channel, input)).refusal.reason).toBe('not-allowed');
  });

  test('the log holds nothing medical that can be read without the key', async () => {
    const { personId, doseId } = await vaccinated();
    await act('adverse-events.record', { personId, doseId, isReportable: true, reaction: reaction() });
    const rows = opened.station.db.all<{ data: string }>(
      `SELECT data FROM event WHERE type = 'AdverseEventRecorded'`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Quaddeln|Antihistaminikum|allergic/);
  });

  test('made again from the log, the same is known', async () => {
    const { personId, doseId } = await vaccinated();
    await act('adverse-events.record', { personId, doseId, isReportable: true, reaction: reaction() });
    const { db } = opened.station;
    const before = digestOfProjections(db);
    rebuildProjections(db);
    expect(digestOfProjections(db)).toBe(before);
  });
});

describe('given somebody who comes again after a reaction', () => {
  const reacts = async (kinds: string[], course: string) => {
    const { personId, doseId } = await vaccinated();
    const wish = { personId, doseId, isReportable: true, reaction: reaction({ kinds, course }) };
    expect((await act('adverse-events.record', wish)).ok).toBe(true);
    opened.clock.now = addMinutes(opened.clock.now, 30 * 24 * 60);
    return { personId, doseId };
  };
  const dose = (personId: string) => ({
    personId,
    ordinal: 2,
    lot: 'L-78',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
    overrides: ['not-checked-in'],
  });

  test('an anaphylaxis is a red stop, in the review with what it was, and no one gives the next dose alone', async () => {
    const { personId } = await reacts(['anaphylaxis'], 'recovered');
    const { decision, card } = (await ask('desk.open', { personId })).value;
    expect(decision).toMatchObject({ light: 'red', reason: 'severe-reaction' });
    expect(decision.sentence.de).toContain('Anaphylaxie');
    expect(card.warnings).toContain('severe-reaction');
    expect(card.reactions).toMatchObject([{ warning: 'severe-reaction' }]);
    const alone = await act('desk.record-dose', dose(personId));
    expect(alone).toMatchObject({ ok: false, refusal: { reason: 'severe-reaction' } });
  });

  test('reception is told to ask a doctor, and nothing of the reaction', async () => {
    const { personId } = await reacts(['anaphylaxis'], 'hospital');
    const window = aWindow(() => opened.station, 'window-2');
    const receives = await expectStaff(opened.station, 'Rita Empfang', ['reception']);
    await window.signIn(receives, receives.pin);
    const opens = (await window.ask('desk.open', { personId })).value;
    expect(opens.decision).toMatchObject({ light: 'red', reason: 'ask-a-doctor' });
    const shown = (await window.ask('desk.card', { personId })).value;
    expect(JSON.stringify([opens, shown])).not.toMatch(/reaction|Anaphylaxie|severe/);
  });

  test('a mild one is a hint of the card; after the dose was voided there is none', async () => {
    const { personId, doseId } = await reacts(['fever'], 'recovered');
    const { decision, card } = (await ask('desk.open', { personId })).value;
    expect(decision.light).not.toBe('red');
    expect(card.warnings).toContain('earlier-reaction');
    const wrong = { personId, doseId, reason: 'not-given' as const, note: '', approvedBy };
    must(voidDose(opened.station, 'operator', wrong));
    const after = (await ask('desk.card', { personId })).value;
    expect(after.reactions).toBeUndefined();
    expect(after.warnings).not.toContain('earlier-reaction');
  });

  test('an entry that was voided as wrong and made anew takes no reaction away', async () => {
    const { personId, doseId } = await vaccinated();
    const wish = { personId, doseId, isReportable: true, reaction: reaction({ kinds: ['anaphylaxis'] }) };
    expect((await act('adverse-events.record', wish)).ok).toBe(true);
    const wrong = { personId, doseId, reason: 'wrong-entry' as const, note: '', approvedBy };
    must(voidDose(opened.station, 'operator', wrong));
    const anew = { ...dose(personId), ordinal: 1, overrides: [] };
    expect((await act('desk.record-dose', anew)).refusal.reason).toBe('severe-reaction');
    opened.clock.now = addMinutes(opened.clock.now, 30 * 24 * 60);
    const { decision, card } = (await ask('desk.open', { personId })).value;
    expect(decision).toMatchObject({ light: 'red', reason: 'severe-reaction' });
    expect(card.reactions).toHaveLength(1);
  });

  test('what was reported last counts, though the clock was set back between the reports', async () => {
    const { personId, doseId } = await reacts(['fever'], 'recovered');
    opened.clock.now = addMinutes(opened.clock.now, -10 * 24 * 60);
    const again = { beganAt: addMinutes(opened.clock.now, -1), kinds: ['fever'], course: 'not-recovered' };
    const wish = { personId, doseId, isReportable: true, reaction: reaction(again) };
    expect((await act('adverse-events.record', wish)).ok).toBe(true);
    opened.clock.now = addMinutes(opened.clock.now, 10 * 24 * 60);
    const { decision } = (await ask('desk.open', { personId })).value;
    expect(decision).toMatchObject({ light: 'red', reason: 'severe-reaction' });
  });

  test('of whom a report says that they died, no dose is recorded until it is reported otherwise', async () => {
    const { personId, doseId } = await reacts(['other'], 'died');
    expect((await act('desk.record-dose', dose(personId))).refusal.reason).toBe('person-died');
    const { value } = await ask('desk.card', { personId });
    expect(value.nextAction).toBe('none');
    const wish = { personId, doseId, isReportable: false, reaction: reaction({ course: 'recovered' }) };
    expect((await act('adverse-events.record', wish)).ok).toBe(true);
    expect((await ask('desk.open', { personId })).value.decision.light).not.toBe('red');
  });

  test('it stops the next dose in a linked record, too', async () => {
    const { personId } = await reacts(['anaphylaxis'], 'recovered');
    const other = someone('Anne');
    must(linkPersons(opened.station, 'operator', { personId, otherId: other, approvedBy }));
    const { decision } = (await ask('desk.open', { personId: other })).value;
    expect(decision).toMatchObject({ light: 'red', reason: 'severe-reaction' });
  });
});

describe('given somebody under observation whose reaction goes on', () => {
  const held = async () => {
    const { personId, doseId } = await vaccinated();
    const wish = { personId, doseId, isReportable: true, reaction: reaction({ course: 'not-recovered' }) };
    await act('adverse-events.record', wish);
    opened.clock.now = addMinutes(opened.clock.now, 20);
    const { value } = await ask('board.now', { span: 'day' });
    return { personId, doseId, visit: value.entries[0].visit };
  };

  test('the board does not let them go when the time is over; with a reason those do who answer for doses', async () => {
    const { personId, visit } = await held();
    expect(visit).toMatchObject({ isHeld: true });
    const { visitId } = visit;
    const refused = await act('board.release', { personId, visitId });
    expect(refused.refusal.reason).toBe('release-by-doctor');
    const released = await act('board.release-early', { personId, visitId, early: 'doctor-decided' });
    expect(released.ok).toBe(true);
  });

  test('they stay on the board for as long as that goes on, and no longer than others once it is over', async () => {
    const { personId, doseId } = await held();
    opened.clock.now = addMinutes(opened.clock.now, 240);
    const span = { before: 30, after: 40 };
    const listed = async () => (await ask('board.now', { span })).value.entries;
    expect(await listed()).toMatchObject([{ personId, visit: { isHeld: true } }]);
    const over = { personId, doseId, isReportable: false, reaction: reaction({ course: 'recovered' }) };
    await act('adverse-events.record', over);
    expect(await listed()).toEqual([]);
  });

  test('no step leads around that, forwards or back: reception neither', async () => {
    const { personId, visit } = await held();
    const { visitId } = visit;
    for (const stage of ['vaccination', 'reception', 'check-out'])
      expect((await act('board.reach-stage', { personId, visitId, stage })).refusal.reason).toBe(
        'observation-running',
      );
    const { value } = await ask('board.now', { span: 'day' });
    expect(value.entries[0].visit).toMatchObject({ stage: 'observation', isHeld: true });
  });

  test('once it is reported as over, they are released as everybody is', async () => {
    const { personId, doseId, visit } = await held();
    const over = { personId, doseId, isReportable: false, reaction: reaction({ course: 'recovered' }) };
    await act('adverse-events.record', over);
    const { value } = await ask('board.now', { span: 'day' });
    expect(value.entries[0].visit.isHeld).toBeUndefined();
    expect((await act('board.release', { personId, visitId: visit.visitId })).ok).toBe(true);
  });
});
