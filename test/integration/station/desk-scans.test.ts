import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { passFacts } from '../../../main/queries/passes/pass-facts.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { asking } from '../../support/asking.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';
import { tenOnMonday, visitDesk } from '../../support/visit-desk.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), tenOnMonday);
});
afterEach(() => opened.close());

const { ask, act, barcodeOf, visit } = visitDesk(() => opened.station);

const reception = asking(() => opened.station, { actor: 'staff:reception', roles: ['reception'] });

describe('given somebody with a date today', () => {
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

test('twins are told apart by their date of today, their next dose and their address', async () => {
  const twin = (street: string) => ({
    ...aPerson({ familyName: 'Zwilling' }),
    street,
    postcode: '01067',
    city: 'Dresden',
  });
  expectPerson(opened.station, twin('Hauptstr. 1'));
  expectPerson(opened.station, twin('Nordweg 9'), addMinutes(opened.clock.now, 7 * 24 * 60));
  const { candidates, decision } = (await ask('desk.scan', { texts: ['Zwilling'], via: 'typed' })).value;
  expect(decision.sentence.de).toBe(
    '2 Personen mit gleichem Geburtsdatum passen. Bitte nach Termin und Anschrift auswählen.',
  );
  expect(candidates).toHaveLength(2);
  const day = (at: Instant) => plainDateAt(at, opened.station.settings.timeZone);
  const { now } = opened.clock;
  expect(candidates).toContainEqual(
    expect.objectContaining({
      today: now,
      nextDose: { ordinal: 1, day: day(now) },
      address: 'Hauptstr. 1, 01067 Dresden',
    }),
  );
  const other = candidates.find(({ today }: { today?: Instant }) => today === undefined);
  expect(other).toMatchObject({
    nextDose: { ordinal: 1, day: day(addMinutes(now, 7 * 24 * 60)) },
    address: 'Nordweg 9, 01067 Dresden',
  });
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
