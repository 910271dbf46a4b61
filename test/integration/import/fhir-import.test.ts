import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { patientFields } from '../../../interchange/fhir/read-patient.ts';
import { importRows } from '../../../main/queries/import/import-lists.ts';
import { exportPeople } from '../../../main/queries/people/export-people.ts';
import { bundleOf, fhirImport } from '../../support/list-import.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

const startsAt = instantOf(Date.parse('2026-11-25T08:00:00Z'));
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, startsAt);
});
afterEach(() => opened.close());

const { importBundle, counts } = fhirImport(() => opened.station);

test('what is exported and imported at another centre is the same, and imported again it is nothing new', async () => {
  const person = (id: string, more: object) => ({
    fullUrl: `Patient/${id}`,
    resource: {
      resourceType: 'Patient',
      id,
      identifier: [{ system: 'https://praxis-a.example/pid', value: id }],
      ...more,
    },
  });
  const date = (id: string, patientId: string, start: string, dose: number, place?: string) => ({
    resource: {
      resourceType: 'Appointment',
      id,
      status: 'booked',
      start,
      extension: [{ url: 'urn:impfpass-station:planned-dose', valuePositiveInt: dose }],
      participant: [
        { actor: { reference: `Patient/${patientId}` } },
        ...(place ? [{ actor: { reference: 'Location/1', display: place } }] : []),
      ],
    },
  });
  const first = bundleOf([
    date('t1', 'a', '2026-12-01T08:00:00Z', 1),
    person('a', {
      name: [{ family: 'Öztürk-Berg', given: ['Anna', 'Maria'] }],
      birthDate: '1985-03',
      gender: 'other',
      telecom: [{ system: 'phone', value: '0171 123456' }],
      address: [{ line: ['Weg 1'], postalCode: '20095', city: 'Hamburg', country: 'DE' }],
      communication: [{ language: { coding: [{ code: 'en' }] }, preferred: true }],
    }),
    person('b', { name: [{ family: '王' }], birthDate: '1990' }),
    date('t2', 'a', '2026-12-24T08:00:00Z', 2, 'Impfzentrum Nord'),
  ]);
  await importBundle(first);
  expect(counts()).toMatchObject({ added: 2, joined: 2, refused: 0 });
  const other = await openTestStation(undefined, startsAt);
  const importedThere = fhirImport(() => other.station);
  try {
    const text = exportPeople(opened.station, 'fhir', '').text;
    await importedThere.importBundle(text);
    expect(importedThere.counts()).toMatchObject({ added: 2, refused: 0, duplicates: 0 });
    const read = ({ station }: TestStation) =>
      station.db.all(
        `SELECT p.details, p.external_id, a.starts_at, a.planned_dose, a.centre, a.status
          FROM person p LEFT JOIN appointment a ON a.person_id = p.person_id
          ORDER BY p.external_id, a.starts_at`,
      );
    // The number of the list is sealed and goes nowhere: there it is ours that names them.
    const sorted = (rows: unknown[]) =>
      (rows as { details: string; external_id: string }[])
        .map(({ details, external_id, ...row }) => ({ ...row, details: JSON.parse(details) }))
        .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
    expect(sorted(read(other))).toEqual(sorted(read(opened)));
    await importedThere.importBundle(text);
    expect(importedThere.counts()).toMatchObject({ added: 0, unchanged: 2, refused: 0, changed: 0 });
  } finally {
    other.close();
  }
});

describe('a bundle from another system', () => {
  const person = (fullUrl: string, more: object) => ({
    fullUrl,
    resource: { resourceType: 'Patient', id: fullUrl.split('/').at(-1), birthDate: '1985-03-12', ...more },
  });
  const booking = (reference: string, fullUrl?: string, others: object[] = []) => ({
    ...(fullUrl ? { fullUrl } : {}),
    resource: {
      resourceType: 'Appointment',
      id: 't1',
      status: 'booked',
      start: '2026-12-03T09:30:00+01:00',
      participant: [...others, { actor: { reference } }],
    },
  });
  const anna = { name: [{ use: 'official', family: 'Berg', given: ['Anna'] }] };
  const refusedFor = (importId: string) => {
    const rows = importRows(opened.station, { importId, verdict: 'refused', after: 0 });
    return rows.ok ? rows.value.rows.flatMap(({ sentences }) => sentences.map(({ en }) => en)) : [];
  };

  test.each([
    ['Patient/4711', 'https://a.example/fhir/Patient/4711', 'https://a.example/fhir/Appointment/88'],
    ['Patient/4711', 'https://a.example/fhir/Patient/4711', undefined],
    ['urn:oid:1.2.3.4', 'urn:oid:1.2.3.4', undefined],
    ['urn:uuid:0b1c', 'urn:uuid:0b1c', undefined],
    ['urn:uuid:0B1C', 'urn:uuid:0b1c', undefined],
    ['Patient/0b1c', 'urn:uuid:0b1c', undefined],
    ['urn:uuid:0b1c', 'Patient/0b1c', undefined],
    [
      'Patient/4711/_history/2',
      'https://a.example/fhir/Patient/4711',
      'https://a.example/fhir/Appointment/88',
    ],
    ['https://a.example/fhir/Patient/4711', 'Patient/4711', 'urn:uuid:88'],
  ])('books the date about %s for %s, whoever else takes part', async (reference, fullUrl, of) => {
    const doctor = { actor: { reference: 'urn:uuid:doctor' } };
    await importBundle(bundleOf([booking(reference, of, [doctor]), person(fullUrl, anna)]));
    expect(counts()).toMatchObject({ added: 1, joined: 1, refused: 0 });
  });

  test('books the date of somebody who is named by a number and its system', async () => {
    const identifier = { system: 'https://a.example/pid', value: '7' };
    const { resource } = booking('Practitioner/1');
    const participant = [{ actor: { type: 'Patient', identifier } }];
    const numbered = person('urn:uuid:1', { ...anna, identifier: [identifier] });
    await importBundle(bundleOf([{ resource: { ...resource, participant } }, numbered]));
    expect(counts()).toMatchObject({ added: 1, joined: 1, refused: 0 });
  });

  describe('names somebody by a number that means them', () => {
    const externalIdOf = (identifier: object[], fullUrl: string, id: string) =>
      patientFields({ resourceType: 'Patient', id, identifier }, '2026-11-25', fullUrl).get('externalId');
    const uuid = '0b1c0000-0000-4000-8000-00000000aa00';
    const insurer = { system: 'http://fhir.de/sid/arge-ik/iknr', value: '109905003' };
    const visit = { system: 'https://a.example/v', value: '1', type: { coding: [{ code: 'VN' }] } };
    const card = { system: 'https://a.example/card', value: '9' };
    const record = { system: 'https://a.example/pid', value: '7', type: { coding: [{ code: 'MR' }] } };

    test.each([
      ['the record before any other', [insurer, visit, card, record], 'https://a.example/pid|7'],
      ['any with a system', [insurer, visit, card], 'https://a.example/card|9'],
      ['none of an insurer or a visit, none without a system', [insurer, visit, { value: '7' }], undefined],
    ])('%s', (_, identifier, expected) => {
      expect(externalIdOf(identifier, 'Patient/1', '1')).toBe(expected);
    });

    test.each([
      [
        'the address on its server',
        'https://a.example/fhir/Patient/1',
        '1',
        'https://a.example/fhir/Patient/1',
      ],
      ['an id that is no other’s anywhere', `Patient/${uuid}`, uuid, uuid],
      ['nothing, for an id of who knows which server', 'Patient/1', '1', undefined],
      ['nothing, for an entry named for this bundle alone', 'urn:uuid:0b1c', '1', undefined],
    ])('without one: %s', (_, fullUrl, id, expected) => {
      expect(externalIdOf([], fullUrl, id)).toBe(expected);
    });

    test('so that the first patients of two practices stay two people', async () => {
      const one = (name: string, birthDate: string) =>
        bundleOf([person('Patient/1', { name: [{ family: name }], birthDate })]);
      await importBundle(one('Berg', '1940-01-01'));
      await importBundle(one('Kern', '1990-02-02'));
      expect(counts()).toMatchObject({ added: 1, changed: 0 });
    });

    test('and the dates of two practices too', async () => {
      const one = (name: string, birthDate: string) =>
        bundleOf([person('Patient/1', { name: [{ family: name }], birthDate }), booking('Patient/1')]);
      await importBundle(one('Berg', '1940-01-01'));
      await importBundle(one('Kern', '1990-02-02'));
      expect(counts()).toMatchObject({ added: 1, joined: 1, refused: 0 });
    });
  });

  test.each([
    ['Anna von Berg', { givenName: 'Anna', familyName: 'von Berg' }],
    ['Berg, Anna', { givenName: 'Anna', familyName: 'Berg' }],
  ])('has somebody whose name is one text: %s', async (text, names) => {
    await importBundle(bundleOf([person('Patient/1', { name: [{ text }] })]));
    expect(
      opened.station.db.all('SELECT given_name AS givenName, family_name AS familyName FROM person'),
    ).toEqual([names]);
  });

  test('gives no date to the patient of another server with the same id', async () => {
    const importId = await importBundle(
      bundleOf([
        booking('Patient/1', 'https://b.example/Appointment/1'),
        person('https://a.example/Patient/1', anna),
      ]),
    );
    expect(counts()).toMatchObject({ added: 1, refused: 1 });
    expect(refusedFor(importId)[0]).toContain('not in the file');
  });

  test('takes over nobody who is dead or whose record was replaced, and says so of their dates', async () => {
    const importId = await importBundle(
      bundleOf([
        person('Patient/d1', { ...anna, deceasedDateTime: '2026-10-15' }),
        booking('Patient/d1'),
        person('Patient/d2', { ...anna, active: false }),
        person('Patient/d3', { ...anna, link: [{ type: 'replaced-by', other: {} }] }),
        person('Patient/d4', { ...anna, deceasedBoolean: false, active: true }),
      ]),
    );
    expect(counts()).toMatchObject({ added: 1, refused: 4 });
    expect(refusedFor(importId).join()).toMatch(/deceased.*not taken over.*replaced.*replaced/s);
  });

  test('is read by what is in use: names, addresses of mail by rank, insurance numbers by system', () => {
    const fields = patientFields(
      {
        resourceType: 'Patient',
        name: [
          { use: 'maiden', family: 'Alt' },
          { use: 'official', family: 'Vorbei', period: { end: '2020-01-01' } },
          { use: 'usual', family: 'Berg', given: ['Anna', null] },
        ],
        telecom: [
          { system: 'email', value: 'old@example.org', use: 'old' },
          { system: 'email', value: 'second@example.org', rank: 2 },
          { system: 'email', value: 'first@example.org', rank: 1 },
        ],
        identifier: [
          { system: 'http://fhir.de/sid/gkv/kvid-10', value: 'C111111111', use: 'old' },
          { system: 'http://fhir.de/NamingSystem/gkv/kvid-10', value: 'C234567890' },
          { value: '7' },
          { system: 'https://praxis-a.example/pid', value: '1001' },
        ],
      },
      '2026-11-25',
    );
    expect(Object.fromEntries(fields)).toEqual({
      externalId: 'https://praxis-a.example/pid|1001',
      familyName: 'Berg',
      givenName: 'Anna',
      email: 'first@example.org',
      insuranceNumber: 'C234567890',
    });
  });
});

test('a name counts from its first day to its last, however exactly that is said', () => {
  const called = (...name: object[]) =>
    patientFields({ resourceType: 'Patient', name }, '2026-11-25').get('familyName');
  const until = (end: string) => ({ family: 'Alt', use: 'official', period: { end } });
  const from = (start: string) => ({ family: 'Neu', use: 'official', period: { start } });
  expect(called(from('2027'), until('2026-12-31'))).toBe('Alt');
  expect(called(from('2026-11-26T00:00:00Z'), until('2026'))).toBe('Alt');
  expect(called(until('2026-10'), from('2026-11'))).toBe('Neu');
});

test('a rank or a sex that nobody understands is left out, and the person is taken', async () => {
  const telecom = [{ system: 'email', value: 'a@example.invalid', rank: '2' }];
  const name = [{ family: 'Adler', given: ['Anna'] }];
  const patient = {
    resourceType: 'Patient',
    id: 'a',
    name,
    birthDate: '1960-04-03',
    telecom,
    gender: 'weibl.',
  };
  await importBundle(bundleOf([{ resource: patient }]));
  expect(counts()).toMatchObject({ added: 1, refused: 0 });
});
