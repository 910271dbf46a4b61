import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { wholeLog } from '../../../main/store/event-log/read-events.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import { asking } from '../../support/asking.ts';
import { barcodeAt } from '../../support/barcode-at.ts';
import { expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

const { ask, act } = asking(() => opened.station, { actor: 'staff:desk' });

const reception = asking(() => opened.station, { actor: 'staff:reception', roles: ['reception'] });

const barcodeOf = (personId: string) => barcodeAt(opened.station, personId);

async function visit(personId: string, more: object = {}) {
  await act('desk.check-in', {
    personId,
    via: 'pass',
    overrides: ['no-appointment'],
  });
  return act('desk.record-dose', {
    personId,
    ordinal: 1,
    lot: 'L-1',
    site: 'left-upper-arm',
    ...more,
  });
}

describe('given somebody with a date today', () => {
  test('the scan of their pass is green, and once vaccinated the pass says so', async () => {
    const personId = expectPerson(opened.station);
    const scanned = await ask('desk.scan', { texts: [barcodeOf(personId)], via: 'wedge' });
    expect(scanned.value.decision).toMatchObject({ light: 'green', action: 'check-in', personId });
    const { appointmentId } = scanned.value.decision;
    await act('desk.check-in', { personId, appointmentId, via: 'pass' });
    const given = await act('desk.record-dose', {
      personId,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
    });
    expect(given.value.doses).toHaveLength(1);
    expect(given.value.appointments[0].status).toBe('attended');
    expect(given.value.pass).toMatchObject({ doseCount: 1, file: 'queued' });
    await drainOutbox(opened.station);
    const pass = passOf(opened.station.db, personId);
    expect(passFileOf(opened.station.db, pass?.pass_id ?? '')?.revision).toBe(pass?.revision);
    const face = await ask('passes.face', { personId, language: 'de' });
    expect(face.value.header[0].value).toBe('1 von 2');
  });

  test('the same request twice has one effect and one answer', async () => {
    const personId = expectPerson(opened.station);
    await act('desk.check-in', {
      personId,
      via: 'pass',
      overrides: ['no-appointment'],
    });
    const input = {
      requestId: crypto.randomUUID(),
      personId,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
    };
    const once = await ask('desk.record-dose', input);
    const twice = await ask('desk.record-dose', input);
    expect(twice.value.doseId).toBe(once.value.doseId);
    expect(twice.value.doses).toHaveLength(1);
  });

  test('what a window confirmed before another one saved a dose is refused, and nothing is recorded', async () => {
    const personId = expectPerson(opened.station);
    await visit(personId);
    const confirmed = {
      requestId: crypto.randomUUID(),
      personId,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
    };
    expect((await ask('desk.record-dose', confirmed)).refusal).toEqual({ reason: 'doses-changed' });
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const further = { ...confirmed, reason: 'Erste ging daneben', secondSignIn: { staffId, pin } };
    expect((await ask('desk.record-grave-dose', further)).refusal).toEqual({ reason: 'doses-changed' });
    expect((await ask('desk.card', { personId })).value.doses).toHaveLength(1);
  });

  test('a second dose on the same day takes a reason and a second person, and both stand in the event', async () => {
    const personId = expectPerson(opened.station);
    await visit(personId);
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const input = {
      requestId: crypto.randomUUID(),
      personId,
      ordinal: 2,
      lot: 'L-1',
      site: 'left-upper-arm',
    };
    expect((await ask('desk.record-dose', input)).refusal).toEqual({ reason: 'dose-already-today' });
    const alone = { ...input, overrides: ['dose-already-today'] };
    expect((await ask('desk.record-dose', alone)).refusal.reason).toBe('input-invalid');
    const overrides = ['dose-already-today'];
    const further = { ...input, overrides, reason: 'Erste ging daneben', secondSignIn: { staffId, pin } };
    const noReason = await ask('desk.record-grave-dose', { ...further, reason: ' ' });
    expect(noReason.refusal).toEqual({ reason: 'dose-reason-missing' });
    const wrongPin = await ask('desk.record-grave-dose', {
      ...further,
      secondSignIn: { staffId, pin: '1111' },
    });
    expect(wrongPin.refusal.reason).toBe('pin-wrong');
    expect((await ask('desk.record-grave-dose', further)).value.doses).toHaveLength(2);
    const event = [...wholeLog(opened.station.db)]
      .map((each) => each.event)
      .findLast(({ type }) => type === 'DoseAdministered');
    expect(event).toMatchObject({
      version: 2,
      data: { ordinal: 2, approvedBy: staffId, personal: { reason: 'Erste ging daneben' } },
    });
    const before = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(before);
  });

  test('an expired lot is refused with its date left out, and never offered for the next person', async () => {
    await visit(expectPerson(opened.station), { expiresOn: '2026-11-24' });
    const offered = { productId: 'comirnaty' };
    expect((await ask('desk.last-lot', offered)).value).toMatchObject({
      lot: 'L-1',
      expiresOn: '2026-11-24',
    });
    opened.clock.now = addMinutes(opened.clock.now, 2 * 24 * 60);
    expect((await ask('desk.last-lot', offered)).value).toEqual({ knownVials: [] });
    const personId = expectPerson(opened.station, aPerson({ familyName: 'Beispiel' }));
    const refused = await visit(personId);
    expect(refused.refusal).toEqual({ reason: 'lot-expired' });
    expect((await ask('desk.card', { personId })).value.doses).toEqual([]);
  });

  test('a second dose after three days takes a reason and a second person', async () => {
    const personId = expectPerson(opened.station);
    await visit(personId);
    opened.clock.now = addMinutes(opened.clock.now, 3 * 24 * 60);
    const alone = await visit(personId, { ordinal: 2, overrides: ['not-checked-in'] });
    expect(alone.refusal).toEqual({ reason: 'too-early' });
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const dose = { personId, ordinal: 2, lot: 'L-1', site: 'left-upper-arm' };
    const second = { reason: 'Reise', secondSignIn: { staffId, pin } };
    const overrides = ['too-early', 'not-checked-in'];
    const together = await act('desk.record-grave-dose', { ...dose, ...second, overrides });
    expect(together.value.doses).toHaveLength(2);
  });

  test('the code of a vial is known from the first dose on that was confirmed with it', async () => {
    const personId = expectPerson(opened.station);
    expect((await ask('desk.last-lot', { productId: 'comirnaty' })).value.knownVials).toEqual([]);
    await visit(personId, { productCode: '04150123456782' });
    await visit(expectPerson(opened.station, aPerson({ familyName: 'Beispiel' })), {
      productCode: '04150123456782',
    });
    expect((await ask('desk.last-lot', { productId: 'comirnaty' })).value).toEqual({
      lot: 'L-1',
      knownVials: ['04150123456782'],
    });
  });

  test('the day list is handed out as a real PDF and as CSV', async () => {
    const personId = expectPerson(opened.station);
    const list = async (format: string) => {
      const { value } = await ask('import.day-list', { day: '2026-11-23', format, language: 'de' });
      return { fileName: value.fileName, text: Buffer.from(value.bytes, 'base64').toString('latin1') };
    };
    const pdf = await list('pdf');
    expect(pdf.fileName).toBe('Tagesliste-2026-11-23.pdf');
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
    const { person } = (await ask('desk.card', { personId })).value;
    expect((await list('csv')).text).toContain(person.familyName);
  });

  test('a voided dose sets count, appointment and pass back', async () => {
    const personId = expectPerson(opened.station);
    const given = await visit(personId);
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const input = {
      requestId: crypto.randomUUID(),
      personId,
      doseId: given.value.doseId,
      reason: 'not-given',
      secondSignIn: { staffId, pin },
    };
    const voided = await ask('desk.void-dose', input);
    expect(voided.value.doses[0]).toMatchObject({ isVoided: true, voidReason: 'not-given' });
    expect(voided.value.pass.doseCount).toBe(0);
    expect(voided.value.nextAction).toBe('record-dose');
  });

  test('a second scan within a minute is amber, later it is green again', async () => {
    const personId = expectPerson(opened.station);
    const scan = { texts: [barcodeOf(personId)], via: 'wedge' };
    await ask('desk.scan', scan);
    opened.clock.now = addMinutes(opened.clock.now, 0.5);
    expect((await ask('desk.scan', scan)).value.decision.reason).toBe('scanned-again');
    opened.clock.now = addMinutes(opened.clock.now, 2);
    expect((await ask('desk.scan', scan)).value.decision.reason).toBe('ready-to-check-in');
  });

  test('the pass of somebody who is checked in is amber at reception, and green where doses are given', async () => {
    const personId = expectPerson(opened.station);
    await act('desk.check-in', { personId, via: 'pass', overrides: ['no-appointment'] });
    opened.clock.now = addMinutes(opened.clock.now, 12);
    const picture = { texts: [barcodeOf(personId)], via: 'wedge' };
    const atReception = (await reception.ask('desk.scan', picture)).value.decision;
    expect(atReception).toMatchObject({ light: 'amber', reason: 'already-checked-in' });
    expect(atReception.sentence.de).toContain('schon seit 10:00 Uhr eingecheckt');
    opened.clock.now = addMinutes(opened.clock.now, 2);
    expect((await ask('desk.scan', picture)).value.decision).toMatchObject({
      light: 'green',
      reason: 'ready-for-dose',
    });
  });

  test('a picture of a pass shows by the scan before and by the doses it does not know of', async () => {
    const personId = expectPerson(opened.station);
    const scan = { texts: [barcodeOf(personId)], via: 'wedge' };
    expect((await ask('desk.scan', scan)).value.shownPass).toEqual({});
    const scannedAt = opened.clock.now;
    await visit(personId);
    opened.clock.now = addMinutes(opened.clock.now, 180);
    const shown = (await ask('desk.scan', scan)).value.shownPass;
    expect(shown).toEqual({ lastScannedAt: scannedAt, outdatedDoseCount: 0 });
    const fresh = { texts: [barcodeOf(personId)], via: 'wedge' };
    expect((await ask('desk.scan', fresh)).value.shownPass).toEqual({ lastScannedAt: opened.clock.now });
  });
});

describe('given the wrong person was checked in', () => {
  const statusesOf = async (personId: string) =>
    (await ask('desk.card', { personId })).value.appointments.map(({ status }: { status: string }) => status);

  test('it is undone on that day, they are expected again, and the board forgets the visit', async () => {
    const personId = expectPerson(opened.station);
    const { decision } = (await ask('desk.open', { personId })).value;
    const { appointmentId } = decision;
    const checkedIn = await act('desk.check-in', { personId, appointmentId, via: 'pass' });
    const { visitId } = checkedIn.value.visit;
    const undone = await act('desk.undo-check-in', { personId, visitId });
    expect(undone.value.visit).toBeUndefined();
    expect(await statusesOf(personId)).toEqual(['booked']);
    const { entries } = (await ask('board.now', { span: 'day' })).value;
    expect(entries.map(({ visit }: { visit?: object }) => visit)).toEqual([undefined]);
    expect((await act('desk.undo-check-in', { personId, visitId })).refusal.reason).toBe('visit-unknown');
    expect((await act('desk.check-in', { personId, appointmentId, via: 'pass' })).ok).toBe(true);
    const before = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(before);
  });

  test('after a dose it stands, and so it does on another day', async () => {
    const personId = expectPerson(opened.station);
    const given = await visit(personId);
    const { visitId } = given.value.visit;
    const refused = await act('desk.undo-check-in', { personId, visitId });
    expect(refused.refusal.reason).toBe('dose-already-today');
    opened.clock.now = addMinutes(opened.clock.now, 24 * 60);
    const late = await act('desk.undo-check-in', { personId, visitId });
    expect(late.refusal.reason).toBe('visit-unknown');
  });
});

test('twins are told apart by their date of today and their address', async () => {
  const twin = (street: string) => ({
    ...aPerson({ familyName: 'Zwilling' }),
    street,
    postcode: '01067',
    city: 'Dresden',
  });
  expectPerson(opened.station, twin('Hauptstr. 1'));
  expectPerson(opened.station, twin('Nordweg 9'), addMinutes(opened.clock.now, 7 * 24 * 60));
  const { candidates } = (await ask('desk.scan', { texts: ['Zwilling'], via: 'typed' })).value;
  const facts = candidates.map(({ today, address }: Record<string, string>) => [today, address]);
  expect(facts).toHaveLength(2);
  expect(facts).toContainEqual([opened.clock.now, 'Hauptstr. 1, 01067 Dresden']);
  expect(facts).toContainEqual([undefined, 'Nordweg 9, 01067 Dresden']);
});

test('the number of a booking of another system that is typed opens its person', async () => {
  const personId = expectPerson(opened.station);
  for (let index = 0; index < 25; index++)
    expectPerson(
      opened.station,
      aPerson({ familyName: `Nummer${index}`, phone: `+49301234${1000 + index}` }),
    );
  must(
    bookAppointment(opened.station, 'operator', {
      personId,
      productId: productActiveUnasked,
      plannedDose: 2,
      startsAt: addMinutes(opened.clock.now, 28 * 24 * 60),
      source: 'import',
      externalId: '0301234',
    }),
  );
  const found = (await ask('desk.scan', { texts: ['0301234'], via: 'typed' })).value;
  expect(found.decision.personId).toBe(personId);
});

describe('given a code that is not a pass of this centre', () => {
  test.each([
    ['', 'wedge', 'code-unreadable'],
    ['4006381333931', 'wedge', 'code-foreign'],
    ['(01)04150123456782(10)L1', 'camera', 'vial-code'],
    ['HC1:6BF', 'camera', 'certificate-without-trust-list'],
    ['12.08.1903', 'typed', 'nobody-found'],
    ['https://example.invalid/', 'camera', 'code-foreign'],
    ['Niemand', 'typed', 'nobody-found'],
  ])('%j by %s is evaluated %s', async (text, via, reason) => {
    expect((await ask('desk.scan', { texts: [text], via })).value.decision.reason).toBe(reason);
  });

  test('a pass with a wrong tag is red', async () => {
    const barcode = barcodeOf(expectPerson(opened.station));
    const forged = barcode.slice(0, -2) + (barcode.endsWith('00') ? '40' : '00');
    const scanned = await ask('desk.scan', { texts: [forged], via: 'wedge' });
    expect(scanned.value.decision).toMatchObject({ light: 'red', reason: 'pass-forged' });
  });

  test('a genuine pass of another centre of the network is told with its doses, and searched for', async () => {
    const other = await openTestStation();
    const personId = expectPerson(other.station);
    const pass = passOf(other.station.db, personId);
    const shared = { ...other.station, barcodeKeys: opened.station.barcodeKeys };
    const facts = pass && passFacts(shared, pass);
    const scanned = await ask('desk.scan', { texts: [facts?.barcode ?? ''], via: 'wedge' });
    expect(scanned.value.decision).toMatchObject({
      light: 'amber',
      reason: 'pass-unknown-here',
      action: 'search',
    });
    other.close();
  });
});
