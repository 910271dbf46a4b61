import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
  type StaffId,
} from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import type { DoseEntry } from '../../../domain/vaccination/dose-entry.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { activateProduct } from '../../../main/commands/products/activate-product.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { entryWith } from '../../support/dose-entry.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';
import { expectPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

interface Dose {
  readonly personId: PersonId;
  readonly doseId: DoseId;
}

let opened: TestStation;
let second: TestStaff;
const window = aWindow(() => opened.station);

beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
  const vaccinates = await expectStaff(opened.station, 'Vera Impfung', ['vaccinator'], '4739');
  second = await expectStaff(opened.station, 'Dora Arzt', ['screening-doctor'], '8264');
  await window.signIn(vaccinates, vaccinates.pin);
});
afterEach(() => opened.close());

function vaccinated() {
  const personId = expectPerson(opened.station);
  const overrides = ['not-checked-in'] as const;
  const dose = { personId, lot: 'L-77', site: 'left-upper-arm', consent: 'oral', overrides } as const;
  return { personId, ...must(recordDose(opened.station, 'operator', dose)) };
}

const right = {
  lot: 'L-78',
  site: 'right-upper-arm',
  givenOn: '2026-11-22' as PlainDate,
  expiresOn: '2027-01-31' as PlainDate,
} as const;

const correction = ({ to, ...more }: Dose & { to?: Partial<DoseEntry>; secondSignIn?: object }) => ({
  requestId: crypto.randomUUID(),
  seen: entryWith(opened.station, more, {}),
  to: entryWith(opened.station, more, to ?? right),
  note: 'Etikett falsch gelesen',
  secondSignIn: { staffId: second.staffId, pin: second.pin },
  ...more,
});

describe('given a dose with a wrong lot, arm and day', () => {
  test('two people correct it; the record shows both versions with the time of the change', async () => {
    const { personId, doseId } = vaccinated();
    const answer = await window.ask('desk.correct-dose', correction({ personId, doseId }));
    expect(answer.value.doses).toMatchObject([
      { lot: 'L-78', givenOn: '2026-11-22', entry: { site: 'right-upper-arm', expiresOn: '2027-01-31' } },
    ]);
    const { value } = await window.ask('people.record', { personId, why: 'question' });
    expect(value.doseCorrections).toMatchObject([
      {
        doseId,
        recordedAt: '2026-11-23T09:00:00.000Z',
        by: 'Vera Impfung',
        approvedBy: 'Dora Arzt',
        note: 'Etikett falsch gelesen',
        before: { lot: 'L-77', site: 'left-upper-arm', givenOn: '2026-11-23' },
        after: { lot: 'L-78', givenOn: '2026-11-22' },
      },
    ]);
  });

  test('the pass follows', async () => {
    const { personId, doseId } = vaccinated();
    const before = passOf(opened.station.db, personId);
    await window.ask('desk.correct-dose', correction({ personId, doseId }));
    expect(passOf(opened.station.db, personId)?.revision).toBe((before?.revision ?? 0) + 1);
  });

  test('nobody corrects it alone', async () => {
    const { personId, doseId } = vaccinated();
    const alone = { secondSignIn: { staffId: second.staffId, pin: '0000' } };
    const answer = await window.ask('desk.correct-dose', correction({ personId, doseId, ...alone }));
    expect(answer.refusal.reason).toBe('pin-wrong');
  });

  test('the log keeps the reason under the key of the person', async () => {
    const { personId, doseId } = vaccinated();
    await window.ask('desk.correct-dose', correction({ personId, doseId }));
    const rows = opened.station.db.all(`SELECT data FROM event WHERE type = 'DoseCorrected'`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('Etikett');
  });

  test('made again from the log, the same is known', async () => {
    const { personId, doseId } = vaccinated();
    await window.ask('desk.correct-dose', correction({ personId, doseId }));
    const { db } = opened.station;
    const before = digestOfProjections(db);
    rebuildProjections(db);
    expect(digestOfProjections(db)).toBe(before);
  });
});

describe('given a dose of another vaccine than was written down', () => {
  const tbe = idOf<ProductId>('fsme-immun');
  const to = { productId: tbe, lot: 'FSME-1', amountMl: 0.5, indication: 'travel' } as const;

  test('before anybody agrees, the window says what it leads to, and nothing is recorded', async () => {
    const dose = vaccinated();
    const wish = { personId: dose.personId, doseId: dose.doseId, to: entryWith(opened.station, dose, to) };
    const { value } = await window.ask('desk.weigh-correction', wish);
    expect(value).toMatchObject({
      place: {
        before: { ordinal: 1, disease: { de: 'COVID-19' } },
        after: { ordinal: 1, disease: { de: 'FSME' } },
      },
      warnings: [],
    });
    expect(value.next).toMatchObject([
      { vaccine: 'FSME-IMMUN Erwachsene', before: 'first', after: { dose: 2 } },
      { vaccine: 'Comirnaty', before: { dose: 2 }, after: 'first' },
    ]);
    const rows = opened.station.db.all(`SELECT id FROM event WHERE type = 'DoseCorrected'`);
    expect(rows).toEqual([]);
  });

  test('when it is voided after that, then the dates of both vaccines are for the doses that they were booked for', async () => {
    const dose = vaccinated();
    const { station } = opened;
    const { personId, doseId } = dose;
    must(activateProduct(station, 'operator', { productId: tbe }));
    const date = (productId: ProductId, plannedDose: number, startsAt: string) =>
      must(
        bookAppointment(station, 'operator', {
          personId,
          productId,
          plannedDose,
          startsAt: startsAt as Instant,
          source: 'desk',
        }),
      );
    date(productActiveUnasked, 2, '2026-12-23T09:00:00.000Z');
    date(tbe, 1, '2026-12-28T09:00:00.000Z');
    const planned = () =>
      station.db
        .all<{ day: string; dose: number }>(
          'SELECT day, planned_dose AS dose FROM appointment WHERE person_id = ? AND day > ? ORDER BY day',
          personId,
          '2026-11-23',
        )
        .map((row) => row.dose);
    expect(planned()).toEqual([2, 1]);
    expect((await window.ask('desk.correct-dose', correction({ ...dose, to }))).ok).toBe(true);
    expect(planned()[1]).toBe(2);
    const approvedBy = second.staffId as StaffId;
    must(voidDose(station, 'operator', { personId, doseId, reason: 'wrong-entry', note: '', approvedBy }));
    expect(planned()).toEqual([2, 1]);
  });

  test('every fact of it follows, and both versions are told by name', async () => {
    const dose = vaccinated();
    const vaccinator = `staff:${second.staffId}`;
    await window.ask(
      'desk.correct-dose',
      correction({ ...dose, to: { ...to, route: 'subcutaneous', vaccinator } }),
    );
    const { value } = await window.ask('people.record', { personId: dose.personId, why: 'question' });
    expect(value.doses).toMatchObject([
      {
        productName: 'FSME-IMMUN Erwachsene',
        lot: 'FSME-1',
        vaccinator: 'Dora Arzt',
        indication: 'travel',
        ordinal: 1,
      },
    ]);
    expect(value.doseCorrections).toMatchObject([
      {
        before: { product: 'Comirnaty', lot: 'L-77', route: 'intramuscular', amountMl: 0.3 },
        after: {
          product: 'FSME-IMMUN Erwachsene',
          lot: 'FSME-1',
          route: 'subcutaneous',
          amountMl: 0.5,
          vaccinator: 'Dora Arzt',
          indication: 'travel',
        },
      },
    ]);
    expect(JSON.stringify(opened.station.db.all('SELECT data FROM event'))).not.toContain('"travel"');
    const { db } = opened.station;
    const before = digestOfProjections(db);
    rebuildProjections(db);
    expect(digestOfProjections(db)).toBe(before);
  });

  test('nobody is written down as vaccinator who never worked here', async () => {
    const dose = vaccinated();
    const answer = await window.ask(
      'desk.correct-dose',
      correction({ ...dose, to: { vaccinator: 'staff:nobody' } }),
    );
    expect(answer.refusal.reason).toBe('vaccinator-unknown');
  });

  test('nor anybody who may give no doses', async () => {
    const dose = vaccinated();
    const { staffId } = await expectStaff(opened.station, 'Rita Empfang', ['reception'], '5173');
    const answer = await window.ask(
      'desk.correct-dose',
      correction({ ...dose, to: { vaccinator: `staff:${staffId}` } }),
    );
    expect(answer.refusal.reason).toBe('vaccinator-unknown');
  });
});

describe('given two windows that correct one dose', () => {
  test('the later one takes nothing back that it did not see: it is refused, and begins anew', async () => {
    const dose = vaccinated();
    const unaware = correction({ ...dose, to: { lot: 'L-79' } });
    await window.ask('desk.correct-dose', correction({ ...dose, to: { site: 'right-upper-arm' } }));
    const answer = await window.ask('desk.correct-dose', unaware);
    expect(answer.refusal.reason).toBe('dose-changed');
    await window.ask('desk.correct-dose', correction({ ...dose, to: { lot: 'L-79' } }));
    expect(entryWith(opened.station, dose, {})).toMatchObject({ lot: 'L-79', site: 'right-upper-arm' });
  });
});
