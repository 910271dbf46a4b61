import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import { instantAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { generalQuestionnaire as general } from '../../../domain/screening/general-questionnaire.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { personExport } from '../../../main/queries/people/person-export.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { slotDay as day, openSlotCentre, slot, slotDesk } from '../../support/slot-centre.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import { must, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openSlotCentre();
  opened.clock.now = instantAt(day, '09:00', 'Europe/Berlin');
});
afterEach(() => opened.close());

const { ask, act, someone, book } = slotDesk(() => opened.station);
const questionnaire = { id: general.id, version: general.version };

async function checkedIn() {
  const personId = someone('Anna');
  const { appointmentId } = (await book(personId, slot(day, '09:00'))).value.dates[0];
  const { visit } = (await act('desk.check-in', { personId, appointmentId, via: 'search' })).value;
  return { personId, visitId: visit.visitId as string };
}

const answers = (...yes: string[]) =>
  general.questions.map(({ id }) => ({ question: id, isYes: yes.includes(id) }));
const switchOn = () => act('screening.switch', { questionnaire });
const say = (of: object, ...yes: string[]) =>
  act('screening.answer', { ...of, questionnaire, answers: answers(...yes) });
const dose = (personId: string) =>
  act('desk.record-dose', {
    personId,
    ordinal: 1,
    lot: 'L-1',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
  });

describe('given a centre that asks nothing', () => {
  test('the desk goes on as before', async () => {
    const { personId } = await checkedIn();
    expect((await ask('screening.of-person', { personId })).value).toEqual({});
    expect((await dose(personId)).ok).toBe(true);
  });
});

describe('given a centre that asks before each dose', () => {
  beforeEach(async () => {
    expect((await switchOn()).ok).toBe(true);
  });

  test('no dose until somebody asked; then it is given', async () => {
    const of = await checkedIn();
    expect((await dose(of.personId)).refusal.reason).toBe('screening-missing');
    expect((await say(of, 'bleeding')).value).toMatchObject({ yes: [{ id: 'bleeding', yes: 'note' }] });
    expect((await dose(of.personId)).ok).toBe(true);
  });

  test('a stop holds the dose back until the doctor signed in for it, with a reason', async () => {
    const of = await checkedIn();
    expect((await say(of, 'acute-fever')).value.hold).toBe('screening-stop');
    expect((await dose(of.personId)).refusal.reason).toBe('screening-stop');
    const doctor = await expectStaff(opened.station, 'Dora Arzt', ['screening-doctor']);
    const vaccinator = await expectStaff(opened.station, 'Vera Impfung', ['vaccinator']);
    const window = aWindow(() => opened.station);
    await window.signIn(vaccinator, vaccinator.pin);
    const clear = (who: typeof doctor, reason: string) =>
      window.ask('screening.clear', {
        requestId: crypto.randomUUID(),
        ...of,
        reason,
        secondSignIn: { staffId: who.staffId, pin: who.pin },
      });
    expect((await clear(doctor, '')).refusal.reason).toBe('clearing-reason-missing');
    const lead = await expectStaff(opened.station, 'Lena Leitung', ['site-lead']);
    expect((await clear(lead, 'Gemessen')).refusal.reason).toBe('second-person-not-allowed');
    expect((await clear(doctor, 'Gemessen: 36,9 °C')).value).toMatchObject({
      cleared: { by: 'Dora Arzt', reason: 'Gemessen: 36,9 °C' },
    });
    expect((await dose(of.personId)).ok).toBe(true);
  });

  test('reception enters nothing and finds no answer in anything that it may ask about the person', async () => {
    const of = await checkedIn();
    await say(of, 'pregnancy');
    const window = aWindow(() => opened.station);
    const receives = await expectStaff(opened.station, 'Rita Empfang', ['reception']);
    await window.signIn(receives, receives.pin);
    for (const channel of ['screening.of-person', 'screening.answer', 'screening.clear'])
      expect((await window.ask(channel, of)).refusal.reason).toBe('not-allowed');
    const { personId } = of;
    const seen = [
      await window.ask('desk.open', { personId }),
      await window.ask('desk.card', { personId }),
      await window.ask('desk.today', {}),
      await window.ask('people.record', { personId, why: 'enquiry' }),
      await window.ask('board.now', { span: 'day' }),
    ];
    expect(seen[0].ok && seen[1].ok && seen[2].ok && seen[4].ok).toBe(true);
    expect(JSON.stringify(seen)).not.toMatch(/screening|pregnan|schwanger|ask-the-doctor/i);
  });

  test('switched off again, doses need no answers; made again from the log, the centre says the same', async () => {
    const { personId } = await checkedIn();
    const { db } = opened.station;
    const before = digestOfProjections(db);
    rebuildProjections(db);
    expect(digestOfProjections(db)).toBe(before);
    expect((await act('screening.switch', {})).ok).toBe(true);
    expect((await dose(personId)).ok).toBe(true);
  });
});

describe('given an answer that stops the dose', () => {
  const stopped = async () => {
    await switchOn();
    const of = await checkedIn();
    await say(of, 'acute-fever');
    return of;
  };

  test('the desk is red for this visit, until a doctor clears it', async () => {
    const of = await stopped();
    const { decision, card } = (await ask('desk.open', { personId: of.personId })).value;
    expect(decision).toMatchObject({ light: 'red', reason: 'screening-stop', action: 'record-dose' });
    expect(card.isHeldByAnswers).toBe(true);
    const doctor = await expectStaff(opened.station, 'Dora Arzt', ['screening-doctor']);
    const vaccinator = await expectStaff(opened.station, 'Vera Impfung', ['vaccinator']);
    const window = aWindow(() => opened.station, 'window-8');
    await window.signIn(vaccinator, vaccinator.pin);
    const secondSignIn = { staffId: doctor.staffId, pin: doctor.pin };
    const wish = { requestId: crypto.randomUUID(), ...of, reason: 'fieberfrei gemessen', secondSignIn };
    expect(await window.ask('screening.clear', wish)).toMatchObject({ ok: true });
    const cleared = (await ask('desk.open', { personId: of.personId })).value;
    expect(cleared.decision).toMatchObject({ light: 'green', reason: 'ready-for-dose' });
    expect(cleared.card.isHeldByAnswers).toBeUndefined();
  });

  test('reception is told that there is no dose today, and not why', async () => {
    const { personId } = await stopped();
    const window = aWindow(() => opened.station, 'window-9');
    const receives = await expectStaff(opened.station, 'Rita Empfang', ['reception']);
    await window.signIn(receives, receives.pin);
    const { decision } = (await window.ask('desk.open', { personId })).value;
    expect(decision).toMatchObject({ light: 'red', reason: 'no-dose-today', action: 'show-person' });
    expect(decision.sentence.de).toBe('Heute keine Dosis, bitte zur Leitung oder zur Ärztin oder zum Arzt.');
  });
});

describe('given a record that knows the answer', () => {
  beforeEach(async () => {
    await switchOn();
  });
  const known = async (personId: string) => (await ask('screening.of-person', { personId })).value.known;
  const paper = (personId: string, productId: string, givenOn: string) =>
    act('people.record-paper-dose', {
      personId,
      productId,
      givenOn,
      precision: 'day',
      entry: { page: 'Seite 4', productName: 'Impfstoff', lot: 'EX1234' },
    });

  test('a dose of another vaccine 24 days ago: no is asked back, and stays only as confirmed', async () => {
    const of = await checkedIn();
    expect((await paper(of.personId, 'fsme-immun', addDays(day, -24))).ok).toBe(true);
    expect(await known(of.personId)).toMatchObject([{ id: 'recent-vaccination', says: 'yes' }]);
    expect((await say(of)).refusal.reason).toBe('answer-against-record');
    const confirmed = await say({ ...of, confirmedNo: ['recent-vaccination'] });
    expect(confirmed.value.hold).toBeUndefined();
    expect(confirmed.value.versions).toMatchObject([{ againstRecord: ['recent-vaccination'] }]);
  });

  test('the first dose 21 days ago stops the second one by no answer', async () => {
    const of = await checkedIn();
    expect((await paper(of.personId, 'comirnaty', addDays(day, -21))).ok).toBe(true);
    expect(await known(of.personId)).toMatchObject([{ id: 'recent-vaccination', says: 'aside' }]);
    expect((await say(of)).ok).toBe(true);
    const { decision } = (await ask('desk.open', { personId: of.personId })).value;
    expect(decision).toMatchObject({ light: 'green', reason: 'ready-for-dose' });
  });

  test('a reaction after a dose, in a linked record, too', async () => {
    const of = await checkedIn();
    await say(of);
    expect((await dose(of.personId)).ok).toBe(true);
    const [{ doseId }] = (await ask('desk.card', { personId: of.personId })).value.doses;
    const reaction = {
      kinds: ['syncope'],
      beganAt: opened.station.now(),
      course: 'recovered',
      description: '',
      measures: '',
    };
    const wish = { personId: of.personId, doseId, isReportable: false, reaction };
    expect((await act('adverse-events.record', wish)).ok).toBe(true);
    const other = someone('Annika');
    const link = { personId: of.personId, otherId: other, approvedBy: idOf<StaffId>('second') };
    must(linkPersons(opened.station, 'operator', link));
    const facts = await known(other);
    expect(facts).toContainEqual(expect.objectContaining({ id: 'earlier-reaction', says: 'yes' }));
  });
});

describe('given answers that were wrong', () => {
  test('two people take a stop back in the same visit; both versions stay, and go out with the record', async () => {
    await switchOn();
    const of = await checkedIn();
    await say(of, 'acute-fever');
    const again = { ...of, questionnaire, answers: answers(), reason: 'Verlesen' };
    expect((await act('screening.answer', again)).refusal.reason).toBe('answers-milder');
    const vaccinator = await expectStaff(opened.station, 'Vera Impfung', ['vaccinator']);
    const second = await expectStaff(opened.station, 'Willi Impfung', ['vaccinator']);
    const window = aWindow(() => opened.station, 'window-7');
    await window.signIn(vaccinator, vaccinator.pin);
    const takeBack = (who: typeof second) =>
      window.ask('screening.take-back', {
        requestId: crypto.randomUUID(),
        ...again,
        secondSignIn: { staffId: who.staffId, pin: who.pin },
      });
    expect((await takeBack(vaccinator)).refusal.reason).toBe('second-person-same');
    const { value } = await takeBack(second);
    expect(value.hold).toBeUndefined();
    expect(value.versions).toMatchObject([
      { isStanding: false, yes: [{ id: 'acute-fever' }] },
      { isStanding: true, yes: [], reason: 'Verlesen', by: 'Vera Impfung', approvedBy: 'Willi Impfung' },
    ]);
    expect((await dose(of.personId)).ok).toBe(true);
    const told = personExport(opened.station, of.personId as never, ['vaccinator']);
    expect(told.ok && told.value.screenings).toMatchObject([
      { answers: [{ id: 'acute-fever', isYes: true }, {}, {}, {}, {}, {}, {}] },
      { reason: 'Verlesen', isInPlaceOfEarlier: true },
    ]);
  });

  test('one person adds a yes, and the dose is held back', async () => {
    await switchOn();
    const of = await checkedIn();
    await say(of);
    const added = await act('screening.answer', {
      ...of,
      questionnaire,
      answers: answers('pregnancy'),
      reason: 'Nachgefragt',
    });
    expect(added.value.hold).toBe('screening-doctor');
    expect((await dose(of.personId)).refusal.reason).toBe('screening-doctor');
  });
});
