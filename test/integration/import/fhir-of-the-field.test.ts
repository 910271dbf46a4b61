import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { importRows } from '../../../main/queries/import/import-lists.ts';
import { bundleOf, fhirImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { importBundle, counts } = fhirImport(() => opened.station);

const patient = (more: object = {}) => ({
  resource: {
    resourceType: 'Patient',
    id: 'p1',
    name: [{ use: 'official', family: 'Berg', given: ['Anna'] }],
    birthDate: '1985-03-12',
    ...more,
  },
});
const comes = [{ status: 'accepted', actor: { reference: 'Patient/p1' } }];
const date = (more: object = {}) => ({
  resource: {
    resourceType: 'Appointment',
    id: 'a1',
    status: 'booked',
    start: '2026-12-03T09:30:00+01:00',
    participant: comes,
    ...more,
  },
});

const here = () =>
  opened.station.db
    .all<{ details: string; starts_at: string | null; product_id: string | null }>(
      `SELECT p.details, a.starts_at, a.product_id FROM person p
        LEFT JOIN appointment a ON a.person_id = p.person_id`,
    )
    .map(({ details, starts_at: startsAt, product_id: product }) => ({
      ...(JSON.parse(details) as Record<string, string>),
      startsAt,
      product,
    }));
const noted = () => opened.station.importDesk.progress()?.noted;
const anna = { familyName: 'Berg', givenName: 'Anna', birthDate: '1985-03-12' };
const atHalfPastNine = { startsAt: '2026-12-03T08:30:00.000Z' };

describe('null says nothing, wherever it stands', () => {
  test.each([
    { telecom: null },
    { telecom: [null, { system: 'phone', value: '0170 1234567' }] },
    { telecom: [{ system: 'phone', value: null }] },
    { gender: null, address: null, communication: null, identifier: null },
    { address: [{ line: ['Weg 1', null], period: null }] },
    { active: null, deceasedBoolean: null, deceasedDateTime: null, link: null },
    { name: [null, { family: 'Berg', given: ['Anna', null] }] },
    { communication: [{ language: { coding: [{ code: null }] } }] },
  ])('in a patient: %j', async (more) => {
    await importBundle(bundleOf([patient(more), date()]));
    expect(here()).toMatchObject([{ ...anna, ...atHalfPastNine }]);
    expect(noted()).toBe(0);
  });

  test.each([
    { participant: [null, ...comes] },
    { participant: [{ status: 'accepted', actor: null }, ...comes] },
    { serviceType: null, identifier: [null], extension: null },
  ])('in an appointment: %j', async (more) => {
    await importBundle(bundleOf([patient(), date(more)]));
    expect(here()).toMatchObject([atHalfPastNine]);
  });
});

describe('a part that nobody needs and that is built wrongly is left out and told', () => {
  test.each([
    { telecom: { system: 'phone', value: '0170 1234567' } },
    { address: [{ line: 'Weg 1', city: 'Bonn' }] },
    { communication: [{ preferred: true }] },
    { identifier: [{ system: 'urn:x', value: 4711 }] },
    { gender: 5 },
  ])('%j', async (more) => {
    await importBundle(bundleOf([patient(more), date()]));
    expect(here()).toMatchObject([{ ...anna, ...atHalfPastNine }]);
    expect(noted()).toBe(1);
  });

  test.each([
    { active: 'false' },
    { deceasedBoolean: 'true' },
    { link: 'p2' },
    { birthDate: 1985 },
    { name: 'Anna' },
  ])('and what says who somebody is, or whether they are meant, is not: %j', async (more) => {
    await importBundle(bundleOf([patient(more), date()]));
    expect(here()).toEqual([]);
    expect(counts()).toMatchObject({ refused: 2 });
  });
});

describe('a name', () => {
  test.each([
    [
      [
        { use: 'nickname', given: ['Anni'] },
        { family: 'Berg', given: ['Anna'] },
      ],
    ],
    [
      [
        { use: 'anonymous', family: 'Anonym' },
        { family: 'Berg', given: ['Anna'] },
      ],
    ],
    [
      [
        { use: 'temp', family: 'Unbekannt' },
        { family: 'Berg', given: ['Anna'] },
      ],
    ],
    [
      [
        { use: 'maiden', family: 'Schmitz', given: ['Anna'] },
        { use: 'usual', family: 'Berg', given: ['Anna'] },
      ],
    ],
    [[{ family: null, given: ['Anna'], text: 'Anna Berg' }]],
    [[{ text: 'Frau Dr. Anna Berg', prefix: ['Frau', 'Dr.'] }]],
    [[{ text: 'Berg, Anna' }]],
  ])('is the one that somebody has: %j', async (name) => {
    await importBundle(bundleOf([patient({ name })]));
    expect(here()).toMatchObject([anna]);
  });
});

describe('a birth date', () => {
  test.each([
    ['1958', '1958'],
    ['1958-03', '1958-03'],
    ['1958-00-00', '1958'],
    ['1985-03-12T00:00:00+01:00', '1985-03-12'],
  ])('%s is %s', async (birthDate, expected) => {
    await importBundle(bundleOf([patient({ birthDate })]));
    expect(here()).toMatchObject([{ birthDate: expected }]);
  });

  test('that is said to be unknown is missing', async () => {
    const extension = [
      { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
    ];
    await importBundle(bundleOf([patient({ birthDate: null, _birthDate: { extension } })]));
    expect(here()).toEqual([]);
  });
});

describe('nobody is taken', () => {
  test('who died on a day that is not known', async () => {
    const extension = [
      { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
    ];
    await importBundle(bundleOf([patient({ _deceasedDateTime: { extension } }), date()]));
    expect(here()).toEqual([]);
  });

  test('whom a history says to be deleted before it says who they were', async () => {
    const fullUrl = 'https://praxis.example/fhir/Patient/p1';
    const gone = { fullUrl, request: { method: 'DELETE', url: 'Patient/p1' } };
    await importBundle(bundleOf([gone, { fullUrl, ...patient() }]));
    expect(here()).toEqual([]);
    expect(counts()).toMatchObject({ refused: 2 });
  });

  test.each([
    { link: [{ type: 'refer' }] },
    { link: [{ type: 'seealso', other: { reference: 'Patient/p1' } }] },
    { link: [{ type: 'replaces', other: { reference: 'Patient/p2' } }] },
    { active: true, deceasedBoolean: false },
  ])('but for that: %j', async (more) => {
    await importBundle(bundleOf([patient(more)]));
    expect(here()).toMatchObject([anna]);
  });
});

describe('a date', () => {
  test.each([
    '2026-12-03T09:30:00',
    '2026-12-03T09:30+01:00',
    '2026-12-03T08:30:00Z',
    '2026-12-03T09:30:00.123456+01:00',
  ])('that begins at %s is at half past nine', async (start) => {
    await importBundle(bundleOf([patient(), date({ start })]));
    expect(here()).toMatchObject([atHalfPastNine]);
  });

  test.each([
    ['2026-12-03', 'hat der Termin keine Uhrzeit|fehlt die Uhrzeit'],
    [undefined, 'fehlt die Uhrzeit'],
    ['2026-12-32T09:30:00Z', 'keine Uhrzeit'],
    ['morgen', 'keine Uhrzeit'],
    ['2027-03-28T02:30', 'gibt es an dem Tag nicht'],
  ])('that begins at %s is told, and its person is taken', async (start, said) => {
    const importId = await importBundle(bundleOf([patient(), date({ start })]));
    expect(here()).toMatchObject([{ ...anna, startsAt: null }]);
    const { rows } = must(importRows(opened.station, { importId, verdict: 'refused', after: 0 }));
    expect(rows[0]?.sentences[0]?.de).toMatch(new RegExp(said));
  });

  test('of FHIR R5 names its person and its vaccine one level deeper', async () => {
    const participant = [{ status: 'accepted', actor: { reference: 'Practitioner/x' } }];
    const subject = { reference: 'Patient/p1' };
    const serviceType = [{ concept: { text: 'Spikevax' } }];
    await importBundle(bundleOf([patient(), date({ participant, subject, serviceType })]));
    expect(here()).toMatchObject([{ ...atHalfPastNine, product: 'spikevax' }]);
  });

  test.each([
    [{ text: 'Impftermin' }],
    [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/service-type', code: '57' }] }],
    [{ concept: { text: 'Impfung' } }],
  ])('for any vaccination, %j, is of the vaccine of the centre', async (service) => {
    await importBundle(bundleOf([patient(), date({ serviceType: [service] })]));
    expect(here()).toMatchObject([{ ...atHalfPastNine, product: 'comirnaty' }]);
  });

  test('for a vaccine that nobody knows is not booked', async () => {
    const serviceType = [{ concept: { text: 'Influvac' } }];
    await importBundle(bundleOf([patient(), date({ serviceType })]));
    expect(here()).toMatchObject([{ ...anna, startsAt: null }]);
  });
});

test('what is sent along and is about nobody is passed over; what a server complains of is not', async () => {
  const along = ['Slot', 'Schedule', 'Location', 'Organization', 'Practitioner', 'Composition'];
  const entries = along.map((resourceType) => ({ resource: { resourceType } }));
  await importBundle(bundleOf([patient(), ...entries, { resource: { resourceType: 'OperationOutcome' } }]));
  expect(counts()).toMatchObject({ added: 1, skipped: along.length, refused: 1 });
});
