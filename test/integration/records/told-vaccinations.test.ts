import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { toldReader } from '../../../interchange/fhir/immunizations/read-told.ts';
import { importVaccinations } from '../../../main/cli/import-vaccinations.ts';
import { runCli } from '../../../main/cli.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { exportPeople } from '../../../main/queries/people/export-people.ts';
import { personExport } from '../../../main/queries/people/person-export.ts';
import { asking, type Read } from '../../support/asking.ts';
import { faultsOfFhir } from '../../support/fhir-validator.ts';
import { giveDose } from '../../support/give-dose.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const now = '2026-11-23T09:00:00.000Z' as Instant;
const holder = { givenName: 'Erika', familyName: 'Muster', birthDate: '1964-08-12' as BirthDate };
let opened: TestStation;
let other: TestStation;
const lead = asking(() => opened.station, { actor: 'staff:lead', roles: ['site-lead'] });

beforeEach(async () => {
  opened = await openTestStation(undefined, now);
  other = await openTestStation(undefined, now);
});
afterEach(() => {
  opened.close();
  other.close();
});

/** What another station gives out of somebody vaccinated there. */
async function fileFromElsewhere(details = holder): Promise<string> {
  const personId = giveDose(other.station, 'EX1234', aPerson(details));
  const there = asking(() => other.station, { actor: 'staff:lead', roles: ['site-lead'] });
  const { value } = await there.ask('records.immunizations', { personId, profile: 'r4' });
  return Buffer.from(value.base64, 'base64').toString('utf8');
}

const take = (input: object): Promise<Read> =>
  lead.ask('records.take-told', { requestId: crypto.randomUUID(), isConfirmed: false, ...input });

describe('given a FHIR file of somebody who was vaccinated elsewhere', () => {
  test('it is shown first, then counts, and once more it is known', async () => {
    const text = await fileFromElsewhere();
    const personId = expectPerson(opened.station, aPerson(holder));
    expect(await lead.ask('records.look-at-told', { personId, text })).toMatchObject({
      value: {
        isSamePerson: true,
        doses: [{ vaccine: 'Comirnaty', givenOn: '2026-11-23', lot: 'EX1234', isKnown: false }],
        notTaken: [],
        recommendations: [{ vaccine: 'Comirnaty' }],
      },
    });
    expect(await lead.ask('desk.card', { personId })).toMatchObject({ value: { doses: [] } });
    expect(await take({ personId, text })).toEqual({ ok: true, value: { personId } });
    expect(await lead.ask('desk.card', { personId })).toMatchObject({
      value: {
        doses: [
          {
            ordinal: 1,
            lot: 'EX1234',
            elsewhere: { issuer: other.station.settings.centreName, isDayKnown: true },
          },
        ],
      },
    });
    expect(await lead.ask('records.look-at-told', { personId, text })).toMatchObject({
      value: { doses: [{ isKnown: true }] },
    });
    expect(await take({ personId, text })).toMatchObject({ refusal: { reason: 'nothing-to-count' } });
  });

  test('how it was given stands in the record, goes out again as it came in, and in what the person gets', async () => {
    const text = await fileFromElsewhere();
    const immunizationIn = (file: string) =>
      JSON.parse(file).entry.find(({ resource }: Read) => resource.resourceType === 'Immunization').resource;
    const wanted = (({ site, route, doseQuantity, lotNumber }) => ({ site, route, doseQuantity, lotNumber }))(
      immunizationIn(text),
    );
    expect(wanted).toMatchObject({ doseQuantity: { value: 0.3 }, lotNumber: 'EX1234' });
    const personId = expectPerson(opened.station, aPerson(holder));
    await take({ personId, text });
    const told = { site: 'left-upper-arm', route: 'intramuscular', amountMl: 0.3 };
    const record = await lead.ask('people.record', { personId, why: 'question' });
    expect(record).toMatchObject({ value: { doses: [{ elsewhere: { told } }] } });
    const out = await lead.ask('records.immunizations', { personId, profile: 'r4' });
    expect(immunizationIn(Buffer.from(out.value.base64, 'base64').toString('utf8'))).toMatchObject(wanted);
    expect(personExport(opened.station, personId, ['site-lead'])).toMatchObject({
      value: { doses: [{ elsewhere: { told } }] },
    });
  });

  test('for a record of another name it takes somebody who compared', async () => {
    const text = await fileFromElsewhere({ ...holder, familyName: 'Beispiel' });
    const personId = expectPerson(opened.station, aPerson(holder));
    expect(await take({ personId, text })).toMatchObject({ refusal: { reason: 'told-of-somebody-else' } });
    expect(await take({ personId, text, isConfirmed: true })).toMatchObject({ ok: true });
  });

  test('what is no file of vaccinations is refused, and nothing changes', async () => {
    const personId = expectPerson(opened.station, aPerson(holder));
    expect(await take({ personId, text: 'Impfungen' })).toMatchObject({ refusal: { reason: 'no-bundle' } });
    expect(await lead.ask('desk.card', { personId })).toMatchObject({ value: { doses: [] } });
  });
});

describe('the command line', () => {
  const fileOf = (text: string) => {
    const file = path.join(opened.dir, 'bundle.json');
    writeFileSync(file, text);
    return file;
  };

  test('writes everybody with what they were given and what is due, sound to an independent validator', () => {
    giveDose(other.station, 'EX1234', aPerson(holder));
    const bundle = JSON.parse(exportPeople(other.station, 'fhir', '', { withVaccinations: true }).text);
    expect(faultsOfFhir(bundle)).toEqual([]);
    expect(bundle.entry.map(({ resource }: Read) => resource.resourceType)).toEqual(
      expect.arrayContaining(['Patient', 'Appointment', 'Immunization', 'ImmunizationRecommendation']),
    );
    expect(exportPeople(other.station, 'fhir', '').text).not.toContain('Immunization');
  });

  test('takes vaccinations for whoever is found beyond doubt, and says of whom it was not', async () => {
    const personId = expectPerson(opened.station, aPerson(holder));
    const file = fileOf(await fileFromElsewhere());
    expect(importVaccinations(opened.station, file)).toEqual({
      taken: 1,
      known: 0,
      notTaken: 0,
      recommendations: 1,
      sentences: [],
    });
    expect(importVaccinations(opened.station, file)).toMatchObject({ taken: 0, known: 1 });
    expect(await lead.ask('desk.card', { personId })).toMatchObject({ value: { doses: [{ ordinal: 1 }] } });
    const unknown = fileOf(await fileFromElsewhere({ ...holder, familyName: 'Niemand' }));
    expect(importVaccinations(opened.station, unknown)).toMatchObject({
      taken: 0,
      notTaken: 1,
      sentences: ['1 vaccinations are of nobody who is known here beyond doubt.'],
    });
  });

  const dosesOf = async (personId: PersonId) => (await lead.ask('desk.card', { personId })).value.doses;

  test('takes nothing into the record that has the number, where name or birth date is another', async () => {
    const text = await fileFromElsewhere();
    const reader = toldReader('2026-11-23' as PlainDate);
    reader.push(text);
    const number = must(reader.end())[0]?.patient?.externalId ?? '';
    const numbered = (details: object) =>
      must(
        registerPerson(opened.station, 'operator', {
          details: aPerson({ ...holder, ...details }),
          source: 'import',
          externalId: number,
        }),
      ).personId;
    const other = numbered({ givenName: 'Max', familyName: 'Fremd', birthDate: '1990-01-02' as BirthDate });
    expect(importVaccinations(opened.station, fileOf(text))).toMatchObject({
      taken: 0,
      notTaken: 1,
      sentences: [expect.stringContaining('with another name or birth date')],
    });
    expect(await dosesOf(other)).toEqual([]);
  });

  test('takes nothing where a restricted namesake may be meant, too', async () => {
    const [open, restricted] = [1, 2].map(() => expectPerson(opened.station, aPerson(holder)));
    must(restrictPerson(opened.station, 'operator', { personId: restricted as PersonId, why: 'objection' }));
    const file = fileOf(await fileFromElsewhere());
    expect(importVaccinations(opened.station, file)).toMatchObject({ taken: 0, notTaken: 1 });
    expect(await dosesOf(open as PersonId)).toEqual([]);
  });

  test('takes nothing into the record of somebody of whom the year of birth alone is known', async () => {
    const year = (holder.birthDate ?? '').slice(0, 4) as BirthDate;
    const maybe = expectPerson(opened.station, aPerson({ ...holder, birthDate: year }));
    const file = fileOf(await fileFromElsewhere());
    expect(importVaccinations(opened.station, file)).toMatchObject({
      taken: 0,
      notTaken: 1,
      sentences: ['1 vaccinations are of nobody who is known here beyond doubt.'],
    });
    expect(await dosesOf(maybe)).toEqual([]);
  });

  test('says that a file breaks off, and fails', async () => {
    expectPerson(opened.station, aPerson(holder));
    const text = await fileFromElsewhere();
    const file = fileOf(text.slice(0, -20));
    expect(importVaccinations(opened.station, file)).toMatchObject({
      taken: 0,
      refusal: expect.stringContaining('breaks off'),
    });
    const { dir } = opened;
    opened.close();
    const told: string[] = [];
    const io = { out: (line: string) => void told.push(line), err: () => {}, stdin: process.stdin };
    expect(await runCli(['import', 'fhir', file, '--dir', dir, '--json'], io)).toBe(1);
    expect(JSON.parse(told[0] ?? '')).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('breaks off'),
      vaccinations: { taken: 0 },
    });
    opened = await openTestStation(dir, now);
  });
});
