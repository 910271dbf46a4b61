import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StaffId } from '../../../domain/kernel/ids.ts';
import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { wholeLog } from '../../../main/store/event-log/read-events.ts';
import { asking } from '../../support/asking.ts';
import { barcodeAt } from '../../support/barcode-at.ts';
import { expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

const { ask, act } = asking(() => opened.station, { actor: 'staff:desk' });

const scan = async (personId: PersonId) =>
  (await ask('desk.scan', { texts: [barcodeAt(opened.station, personId)], via: 'wedge' })).value;

function vaccinate(personId: PersonId): void {
  const overrides = ['not-checked-in'] as const;
  must(
    recordDose(opened.station, 'operator', {
      personId,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides,
    }),
  );
}

function register(more: Partial<PersonDetails> = {}): PersonId {
  return must(registerPerson(opened.station, 'operator', { details: aPerson(more), source: 'desk' }))
    .personId;
}

const days = (count: number) => {
  opened.clock.now = addMinutes(opened.clock.now, count * 1440);
};

describe('given two records with the same name and birth date', () => {
  test('the scan is amber and says which doses the other record holds, and the person panel names the way on', async () => {
    const first = expectPerson(opened.station);
    vaccinate(first);
    days(4);
    const again = expectPerson(opened.station);
    const { decision, card } = await scan(again);
    expect(decision).toMatchObject({ light: 'amber', reason: 'second-record', action: 'check-in' });
    expect(decision.sentence.de).toBe(
      'Es gibt eine zweite Akte mit gleichem Namen und Geburtsdatum: 1 Impfung am 23.11.2026. Bitte erst vergleichen.',
    );
    expect(decision.sentence.en).toContain('a second record with the same name and birth date: 1 dose on');
    expect(card.second.personId).toBe(first);
    expect(card.warnings).toEqual(['second-record', 'too-early']);
  });

  test('a dose takes a reason and a second person, over both records, and the event says so', async () => {
    const first = expectPerson(opened.station);
    vaccinate(first);
    const again = expectPerson(opened.station);
    await act('desk.check-in', { personId: again, via: 'pass', overrides: ['no-appointment'] });
    const dose = {
      personId: again,
      ordinal: 1,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      productId: 'comirnaty',
    };
    expect((await act('desk.record-dose', dose)).refusal).toEqual({ reason: 'second-record' });
    const { staffId, pin } = await expectStaff(opened.station, 'Ben Ruf', ['vaccinator']);
    const approved = { ...dose, reason: 'Namensvetter', secondSignIn: { staffId, pin } };
    const oneOnly = await act('desk.record-grave-dose', { ...approved, overrides: ['second-record'] });
    expect(oneOnly.refusal).toEqual({ reason: 'dose-already-today' });
    const overrides = ['second-record', 'dose-already-today'];
    const given = await act('desk.record-grave-dose', { ...approved, overrides });
    expect(given).toMatchObject({ ok: true });
    const event = [...wholeLog(opened.station.db)]
      .map((each) => each.event)
      .findLast(({ type }) => type === 'DoseAdministered');
    expect(event).toMatchObject({
      version: 7,
      data: { overrides: ['second-record', 'dose-already-today'], approvedBy: staffId, ordinal: 1 },
    });
  });

  test('a date of the series in the other record is told with its day and clock, and is grave as well', async () => {
    expectPerson(opened.station, aPerson(), addMinutes(opened.clock.now, 3 * 1440));
    const { decision, card } = await scan(expectPerson(opened.station));
    expect(decision.sentence.de).toContain('Termin am 26.11.2026 um 10:00 Uhr');
    expect(card.warnings).toEqual(['second-record']);
  });

  test('an empty other record is told and stands in the way of no dose', async () => {
    register();
    const { decision, card } = await scan(expectPerson(opened.station));
    expect(decision).toMatchObject({ light: 'amber', reason: 'second-record' });
    expect(decision.sentence.de).toContain('ohne Impfung und ohne Termin');
    expect(card.warnings).toEqual([]);
  });

  test('the doses of both complete the series before another is given', async () => {
    const first = expectPerson(opened.station);
    vaccinate(first);
    days(22);
    vaccinate(first);
    days(40);
    expect((await scan(expectPerson(opened.station))).card.warnings).toEqual([
      'second-record',
      'series-complete',
    ]);
  });

  test.each([
    ['with the names changed over', { givenName: 'Mustermann', familyName: 'Erika' }],
    ['in other letters', { givenName: 'ERIKA', familyName: 'mustermann' }],
  ])('one that is written %s is seen, too', async (_words, written) => {
    const first = register(written);
    expect((await scan(expectPerson(opened.station))).card.second.personId).toBe(first);
  });
});

describe('given records that are not to be told of', () => {
  test('once both are linked the desk decides by both, and no longer speaks of two', async () => {
    const first = expectPerson(opened.station);
    vaccinate(first);
    const again = expectPerson(opened.station);
    const approvedBy = idOf<StaffId>('second');
    must(linkPersons(opened.station, 'operator', { personId: again, otherId: first, approvedBy }));
    const { decision, card } = await scan(again);
    expect(decision.reason).toBe('dose-already-today');
    expect(card.second).toBeUndefined();
  });

  test('a namesake of another age and a twin of another name are nobody’s second record', async () => {
    register({ birthDate: '1984-08-12' as PersonDetails['birthDate'] });
    register({ givenName: 'Berta' });
    expect((await scan(expectPerson(opened.station))).decision.light).toBe('green');
  });

  test('a restricted record is not given away', async () => {
    const first = register();
    must(restrictPerson(opened.station, 'operator', { personId: first, why: 'objection' }));
    expect((await scan(expectPerson(opened.station))).card.second).toBeUndefined();
  });
});
