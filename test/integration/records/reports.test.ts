import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { asking } from '../../support/asking.ts';
import { openTwoStations, parcelOf, putInCentre, receive } from '../../support/exchange.ts';
import { giveDose } from '../../support/give-dose.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

const day = '2026-11-23';
const child = aPerson({
  familyName: 'Kind',
  birthDate: '2013-01-02' as BirthDate,
  postcode: '12345',
  sex: 'female',
});
let opened: TestStation;
const lead = asking(() => opened.station, { actor: 'staff:lead', roles: ['site-lead'] });

beforeEach(async () => {
  opened = await openTestStation(undefined, `${day}T09:00:00.000Z` as Instant);
});
afterEach(() => opened.close());

async function fileOf(channel: string, input: object): Promise<string> {
  const answer = await lead.ask(channel, input);
  return Buffer.from(answer.value.base64, 'base64').toString('utf8');
}

describe('the dose report', () => {
  test('counts what was given by day, product, lot, ordinal and age group, on the screen and as a table', async () => {
    giveDose(opened.station, 'A', child);
    giveDose(opened.station, 'A');
    opened.clock.now = addMinutes(opened.clock.now, 24 * 60);
    giveDose(opened.station, 'B');
    const { value } = await lead.ask('records.dose-report', { from: day, to: '2026-11-24' });
    const facts = { product: 'Comirnaty', ordinal: 1, doses: 1 };
    expect(value.rows).toMatchObject([
      { ...facts, day, lot: 'A', ageGroup: '12-17' },
      { ...facts, day, lot: 'A', ageGroup: '60+' },
      { ...facts, day: '2026-11-24', lot: 'B', ageGroup: '60+' },
    ]);
    const csv = await fileOf('records.dose-report-file', { from: day, to: day, language: 'de' });
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffTag;Impfstoff;Charge;Dosis;Altersgruppe;Anzahl',
      `${day};Comirnaty;A;1;12–17;1`,
    ]);
  });

  test.each([
    [{ from: day, to: '2026-11-22' }, 'period-backwards'],
    [{ from: '2026-01-01', to: day }, 'period-too-long'],
  ])('of %j is refused', async (period, reason) => {
    expect(await lead.ask('records.dose-report', period)).toMatchObject({ refusal: { reason } });
  });
});

/** Month and year of birth, sex, postcode, district, centre, day, ordinal, product, lot and indication. */
const reportedRow = z.strictObject({
  pseudonym: z.string().regex(/^[0-9a-f]{32}$/),
  birthMonth: z.string().regex(/^\d{4}(-\d{2})?$/),
  sex: z.enum(['', 'female', 'male', 'diverse']),
  postcode: z.string(),
  district: z.literal('05315'),
  centre: z.string().min(1),
  givenOn: z.iso.date(),
  ordinal: z.int().min(1),
  product: z.string().min(1),
  atcCode: z.string().regex(/^J07[A-Z]{2}\d{2}$/),
  lot: z.string().min(1),
  indication: z.string(),
});

describe('the daily report', () => {
  test('has the facts of each dose under a pseudonym, and names nobody', async () => {
    const personId = giveDose(opened.station, 'A', child);
    const text = await fileOf('records.daily-report', { day, form: 'dim-json' });
    const { doses } = JSON.parse(text);
    expect(doses).toMatchObject([
      {
        birthMonth: '2013-01',
        sex: 'female',
        postcode: '12345',
        givenOn: day,
        ordinal: 1,
        product: 'Comirnaty',
        atcCode: 'J07BN01',
        lot: 'A',
        indication: 'B',
      },
    ]);
    expect(doses[0].pseudonym).toMatch(/^[0-9a-f]{32}$/);
    expect(text).not.toMatch(/Kind|Erika|2013-01-02/);
    expect(text).not.toContain(personId);
    const again = JSON.parse(await fileOf('records.daily-report', { day, form: 'dim-json' }));
    expect(again.doses[0].pseudonym).toBe(doses[0].pseudonym);
    const csv = await fileOf('records.daily-report', { day, form: 'dim-csv' });
    expect(csv.split('\r\n')[1]).toBe(Object.values(doses[0]).join(';'));
  });

  test('has the fields of the former report in their order, each in its form, in CSV and JSON alike', async () => {
    giveDose(opened.station, 'A', child);
    giveDose(opened.station, 'B');
    const centre = { name: 'Impfzentrum', address: 'Am Markt 1', phone: '', timeZone: 'Europe/Berlin' };
    const describe = (districtKey: string) =>
      lead.ask('wallets.describe-centre', { ...centre, districtKey, requestId: crypto.randomUUID() });
    expect(await describe('17001')).toMatchObject({ refusal: { reason: 'district-key-invalid' } });
    expect(await describe('05315')).toMatchObject({ ok: true });
    const { doses } = JSON.parse(await fileOf('records.daily-report', { day, form: 'dim-json' }));
    expect(z.array(reportedRow).length(2).parse(doses)).toEqual(doses);
    const [head, ...lines] = (await fileOf('records.daily-report', { day, form: 'dim-csv' }))
      .trim()
      .split('\r\n');
    expect(head?.replace('\ufeff', '').split(';')).toEqual(Object.keys(reportedRow.shape));
    expect(lines.map((line) => line.split(';'))).toEqual(
      doses.map((each: object) => Object.values(each).map(String)),
    );
  });

  test('leaves restricted people out, whose doses the sums still count', async () => {
    const personId = giveDose(opened.station, 'A', child);
    must(restrictPerson(opened.station, 'operator', { personId, why: 'objection' }));
    expect(await lead.ask('records.daily-report', { day, form: 'dim-csv' })).toMatchObject({
      refusal: { reason: 'nobody-vaccinated' },
    });
    const { value } = await lead.ask('records.dose-report', { from: day, to: day });
    expect(value.rows).toMatchObject([{ doses: 1 }]);
  });
});

test('what another centre gave is counted there, and by the stations of the own one', async () => {
  const { one, other } = await openTwoStations();
  giveDose(other.station, 'E');
  const ask = asking(() => one.station, { actor: 'staff:lead', roles: ['site-lead'] }).ask;
  const rows = async () => (await ask('records.dose-report', { from: day, to: day })).value.rows;
  receive(one.station, parcelOf(other.station));
  expect(await rows()).toHaveLength(1);
  one.close();
  other.close();
  const [here, there] = [await openTwoStations(), await openTwoStations()];
  putInCentre(there.other.station, 'another-centre');
  giveDose(there.other.station, 'E');
  receive(here.one.station, parcelOf(there.other.station));
  const answer = await asking(() => here.one.station, { actor: 'staff:lead', roles: ['site-lead'] }).ask(
    'records.dose-report',
    { from: day, to: day },
  );
  expect(answer.value.rows).toEqual([]);
  for (const station of [here.one, here.other, there.one, there.other]) station.close();
});
