import { afterEach, beforeEach, expect, test } from 'vitest';
import { idOf, type PersonId, type StaffId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { correctDose } from '../../../main/commands/vaccination/correct-dose.ts';
import { vaccinationRecord, vaccinationRecordsOn } from '../../../main/queries/records/vaccination-record.ts';
import { dosesOf } from '../../../main/store/tables/vaccination/doses.ts';
import { asking } from '../../support/asking.ts';
import { entryWith } from '../../support/dose-entry.ts';
import { giveDose } from '../../support/give-dose.ts';
import { expectStaff } from '../../support/staff.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const wrong = { lot: 'L-77', day: '2026-11-23' as PlainDate };
const right = { lot: 'L-78', day: '2026-11-22' as PlainDate };
let opened: TestStation;
let personId: PersonId;
const lead = asking(() => opened.station, { actor: 'staff:lead', roles: ['site-lead'] });

/** Somebody whose dose stood in the record with another lot and day. */
beforeEach(async () => {
  opened = await openTestStation(undefined, `${wrong.day}T09:00:00.000Z` as Instant);
  const { staffId } = await expectStaff(opened.station, 'Dora Arzt', ['screening-doctor']);
  personId = giveDose(opened.station, wrong.lot);
  const [dose] = dosesOf(opened.station.db, personId);
  if (!dose) throw new Error('no dose');
  must(
    correctDose(opened.station, 'operator', {
      personId,
      doseId: dose.dose_id,
      to: entryWith(
        opened.station,
        { personId, doseId: dose.dose_id },
        {
          lot: right.lot,
          site: 'right-upper-arm',
          givenOn: right.day,
          expiresOn: '2027-01-31' as PlainDate,
        },
      ),
      note: 'Etikett falsch gelesen',
      approvedBy: staffId,
    }),
  );
});
afterEach(() => opened.close());

const textOf = (answer: { value: { base64: string } }) =>
  Buffer.from(answer.value.base64, 'base64').toString('utf8');

test('the Impfbescheinigung confirms what is right, on the day that is right', () => {
  const { doses } = must(vaccinationRecord(opened.station, personId));
  expect(doses).toMatchObject([
    {
      lot: right.lot,
      givenOn: right.day,
      before: [{ lot: wrong.lot, givenOn: wrong.day, correctedOn: wrong.day }],
    },
  ]);
  expect(vaccinationRecordsOn(opened.station, right.day)).toHaveLength(1);
  expect(vaccinationRecordsOn(opened.station, wrong.day)).toEqual([]);
});

test('the dose report counts it on the day and of the lot that are right', async () => {
  const { value } = await lead.ask('records.dose-report', { from: right.day, to: wrong.day });
  expect(value.rows).toMatchObject([{ day: right.day, lot: right.lot, doses: 1 }]);
});

test('the daily report has it on the day that is right, and not on the other', async () => {
  const report = await lead.ask('records.daily-report', { day: right.day, form: 'dim-json' });
  expect(JSON.parse(textOf(report)).doses).toMatchObject([{ lot: right.lot, givenOn: right.day }]);
  const other = await lead.ask('records.daily-report', { day: wrong.day, form: 'dim-json' });
  expect(other).toMatchObject({ refusal: { reason: 'nobody-vaccinated' } });
});

test('who got the lot is found by the lot that is right, which says that it was corrected', async () => {
  const found = async (lot: string) => (await lead.ask('stock.trace', { lot })).value;
  expect(await found(right.lot)).toMatchObject({
    count: 1,
    correctedAway: 0,
    shown: [{ personId, firstLot: wrong.lot }],
  });
  expect(await found(wrong.lot)).toMatchObject({ count: 0, correctedAway: 1, shown: [] });
  const file = await lead.ask('stock.trace-file', { lot: right.lot, language: 'de' });
  expect(textOf(file)).toContain('berichtigt, zuerst erfasst als Charge L-77');
});

test('the disclosure to the person has both versions, and the dose as it is', async () => {
  const file = await lead.ask('people.export', { personId, format: 'json', language: 'de' });
  expect(JSON.parse(textOf(file))).toMatchObject({
    doses: [{ lot: right.lot, givenOn: right.day, site: 'right-upper-arm', expiresOn: '2027-01-31' }],
    doseCorrections: [
      {
        note: 'Etikett falsch gelesen',
        approvedBy: 'Dora Arzt',
        before: { lot: wrong.lot, givenOn: wrong.day },
        after: { lot: right.lot, givenOn: right.day },
      },
    ],
  });
});

test('given a lot that was corrected back to the first one, then no other lot is named as the first', async () => {
  const [dose] = dosesOf(opened.station.db, personId);
  if (!dose) throw new Error('no dose');
  const of = { personId, doseId: dose.dose_id };
  must(
    correctDose(opened.station, 'operator', {
      ...of,
      to: entryWith(opened.station, of, { lot: wrong.lot }),
      note: 'Doch das erste Etikett',
      approvedBy: idOf<StaffId>('lead'),
    }),
  );
  const { shown } = (await lead.ask('stock.trace', { lot: wrong.lot })).value;
  expect(shown).toMatchObject([{ personId }]);
  expect(shown[0].firstLot).toBeUndefined();
});
