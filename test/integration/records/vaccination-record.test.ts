import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AppointmentId,
  idOf,
  type PersonId,
  type ProductId,
  type StaffId,
} from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { VaccinationRecord } from '../../../domain/vaccination/vaccination-record.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { commit } from '../../../main/commit/commit.ts';
import { vaccinationRecord, vaccinationRecordsOn } from '../../../main/queries/records/vaccination-record.ts';
import { dosesOf } from '../../../main/store/tables/vaccination/doses.ts';
import { giveDose } from '../../support/give-dose.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const day = '2026-11-23' as PlainDate;
let opened: TestStation;
const desk = aWindow(() => opened.station, 'desk');

beforeEach(async () => {
  opened = await openTestStation(undefined, `${day}T09:00:00.000Z` as Instant);
  await desk.signIn(await expectStaff(opened.station, 'Ada Lend', ['site-lead'], '4739'), '4739');
});
afterEach(() => opened.close());

const recordOf = (personId: PersonId) => vaccinationRecord(opened.station, personId);

/** Vaccinates through the window, so that somebody of the staff stands behind the dose. */
async function vaccinate(familyName: string): Promise<PersonId> {
  const personId = expectPerson(opened.station, aPerson({ familyName }));
  const requestId = () => crypto.randomUUID();
  const overrides = ['no-appointment'];
  expect(
    await desk.ask('desk.check-in', { requestId: requestId(), personId, via: 'search', overrides }),
  ).toMatchObject({ ok: true });
  const dose = {
    personId,
    ordinal: 1,
    lot: 'EX1234',
    site: 'left-upper-arm',
    consent: 'oral',
    productId: 'comirnaty',
    overrides: [],
  };
  expect(await desk.ask('desk.record-dose', { requestId: requestId(), ...dose })).toMatchObject({ ok: true });
  return personId;
}

function pagesOf(base64: string): number {
  return (
    Buffer.from(base64, 'base64')
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}

describe('the Impfbescheinigung', () => {
  test('names what the law asks for, and who answers for the dose', async () => {
    const personId = await vaccinate('Mustermann');
    const { settings } = opened.station;
    expect(must(recordOf(personId))).toMatchObject({
      person: { givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12' },
      centre: { name: settings.centreName, address: settings.centreAddress },
      doses: [
        {
          givenOn: day,
          product: 'Comirnaty',
          lot: 'EX1234',
          disease: { de: 'COVID-19' },
          ordinal: 1,
          vaccinator: 'Ada Lend',
        },
      ],
      next: { kind: 'recommended' },
    });
    expect(await desk.ask('records.check', { personId })).toMatchObject({ value: { missing: [] } });
  });

  test('names no date elsewhere that is past as the next one, nor days that are over', async () => {
    const personId = await vaccinate('Mustermann');
    const { station } = opened;
    const past = {
      type: 'AppointmentBooked',
      version: 6,
      data: {
        appointmentId: idOf<AppointmentId>(station.newId()),
        personId,
        productId: idOf<ProductId>('comirnaty'),
        plannedDose: 2,
        startsAt: addMinutes(station.now(), -3 * 24 * 60),
        day: addDays(day, -3),
        durationMinutes: 5,
        source: 'import',
        centre: 'Nord',
      },
    } as const;
    const occurredAt = station.now();
    commit(station, [{ stream: personId, actor: 'operator', occurredAt, event: past }]);
    expect(must(recordOf(personId)).next).toMatchObject({ kind: 'recommended' });
    opened.clock.now = addMinutes(opened.clock.now, 300 * 24 * 60);
    expect(must(recordOf(personId)).next).toBeUndefined();
  });

  test('carries a code that every station of the centre reads', async () => {
    const personId = await vaccinate('Mustermann');
    const { proof = '' } = must(recordOf(personId));
    const scanned = await desk.ask('desk.scan', { texts: [proof], via: 'device' });
    expect(JSON.stringify(scanned)).toContain(personId);
  });

  test('says that nobody of the staff stands behind a dose that the command line recorded', async () => {
    const personId = giveDose(opened.station, 'EX1234');
    expect(await desk.ask('records.check', { personId })).toMatchObject({
      value: { missing: ['vaccinator'] },
    });
  });

  test('confirms no voided dose, and nothing where none is left', async () => {
    const personId = await vaccinate('Mustermann');
    const [dose] = dosesOf(opened.station.db, personId);
    if (!dose) throw new Error('no dose');
    const approvedBy = idOf<StaffId>('second');
    must(
      voidDose(opened.station, 'operator', {
        personId,
        doseId: dose.dose_id,
        reason: 'not-given',
        note: '',
        approvedBy,
      }),
    );
    expect(recordOf(personId)).toEqual({ ok: false, refusal: 'no-doses' });
  });

  test('is one page for each person vaccinated on the day, and none for whoever is restricted', async () => {
    await vaccinate('Mustermann');
    await vaccinate('Musterfrau');
    const restricted = await vaccinate('Zwiebelkuchen');
    must(restrictPerson(opened.station, 'operator', { personId: restricted, why: 'objection' }));
    expect(vaccinationRecordsOn(opened.station, day).map(({ person }) => person.familyName)).toEqual([
      'Mustermann',
      'Musterfrau',
    ]);
    const file = await desk.ask('records.of-day', { day, language: 'de' });
    expect(pagesOf(file.value.base64)).toBe(2);
    expect(await desk.ask('records.of-day', { day: '2026-11-22', language: 'de' })).toMatchObject({
      refusal: { reason: 'nobody-vaccinated' },
    });
  });

  test('goes on to a further page where more doses were given than fit on one', async () => {
    const record = must(recordOf(await vaccinate('Mustermann')));
    const doses = Array.from({ length: 11 }, (_, index) => ({ ...record.doses[0], ordinal: index + 1 }));
    const paper = {
      records: [{ ...record, doses: doses as VaccinationRecord['doses'] }],
      language: 'en',
      madeAt: opened.station.now(),
    } as const;
    const bytes = await opened.station.pdf.make({ kind: 'vaccination-records', paper });
    expect(pagesOf(Buffer.from(bytes).toString('base64'))).toBe(2);
  });

  test('gives every version of a corrected dose a row of its own', async () => {
    const record = must(recordOf(await vaccinate('Mustermann')));
    const version = {
      correctedOn: day,
      givenOn: day,
      product: 'Comirnaty',
      lot: 'EX1234',
      vaccinator: 'Ada Lend',
    };
    const pagesWith = async (versions: number) => {
      const before = Array.from({ length: versions }, () => version);
      const doses = Array.from({ length: 2 }, () => ({ ...record.doses[0], before }));
      const paper = {
        records: [{ ...record, doses: doses as VaccinationRecord['doses'] }],
        language: 'de',
        madeAt: opened.station.now(),
      } as const;
      const bytes = await opened.station.pdf.make({ kind: 'vaccination-records', paper });
      return pagesOf(Buffer.from(bytes).toString('base64'));
    };
    expect([await pagesWith(1), await pagesWith(6), await pagesWith(40)]).toEqual([1, 2, 10]);
  });
});
