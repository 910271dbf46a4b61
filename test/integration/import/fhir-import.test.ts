import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { patientFields } from '../../../interchange/fhir/read-patient.ts';
import { fhirReader } from '../../../main/import/fhir-reader.ts';
import { appointmentJoiner } from '../../../main/import/join-appointments.ts';
import { rowContextOf } from '../../../main/import/row-context-of.ts';
import { importRows } from '../../../main/queries/import/import-lists.ts';
import { exportPeople } from '../../../main/queries/people/export-people.ts';
import type { Station } from '../../../main/station.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

const startsAt = instantOf(Date.parse('2026-11-25T08:00:00Z'));
let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, startsAt);
});
afterEach(() => opened.close());

async function importBundle(station: Station, text: string, pieceBytes = 700): Promise<string> {
  const desk = station.importDesk;
  const bytes = Buffer.from(text);
  const importId = station.newId();
  const reader = fhirReader(rowContextOf(station));
  const afterReading = (id: string) => appointmentJoiner(station, id);
  const file = { importId, fileName: 'bundle.json', size: bytes.length, format: 'fhir', reader } as const;
  must(desk.begin({ ...file, actor: 'operator', afterReading }));
  for (let at = 0, piece = 0; at < bytes.length; at += pieceBytes, piece++)
    must(await desk.chunk(importId, piece, bytes.subarray(at, at + pieceBytes)));
  must(await desk.check(importId));
  await desk.settled();
  must(desk.run(importId, false));
  await desk.settled();
  return importId;
}

function counts(station: Station) {
  const found = station.importDesk.progress()?.counts;
  if (!found) throw new Error('no import');
  return found;
}

function bundle(entries: readonly unknown[]): string {
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: entries });
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', 'Berg', '1985', 'x'.repeat(300)),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: value as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: anything });

const patient = fc.record(
  {
    resourceType: fc.constant('Patient'),
    id: maybe(fc.constantFrom('a', 'b', 'c')),
    name: maybe(
      fc.array(
        fc.record({
          family: maybe(fc.constantFrom('Berg', 'Kern', '<b>')),
          given: maybe(fc.constant(['Anna'])),
        }),
        { maxLength: 2 },
      ),
    ),
    birthDate: maybe(fc.constantFrom('1985-03-12', '1990', '2190-01-01', '1985-02-31')),
    gender: maybe(fc.constantFrom('female', 'unknown')),
    telecom: maybe(fc.constant([{ system: 'email', value: 'a@example.org' }])),
  },
  { requiredKeys: ['resourceType'] },
);

const appointment = fc.record(
  {
    resourceType: fc.constant('Appointment'),
    id: maybe(fc.constantFrom('t1', 't2', 't3')),
    status: maybe(fc.constantFrom('booked', 'cancelled', 'fulfilled')),
    start: maybe(
      fc.constantFrom('2026-12-01T09:00:00Z', '2020-01-01T09:00:00Z', '2026-12-24T09:00:00+01:00'),
    ),
    participant: maybe(
      fc.array(
        fc.record({
          actor: maybe(
            fc.constantFrom(
              { reference: 'Patient/a' },
              { reference: 'Patient/b' },
              { reference: 'Location/1', display: 'Nord' },
              { reference: 'Location/2' },
            ),
          ),
        }),
        { maxLength: 3 },
      ),
    ),
  },
  { requiredKeys: ['resourceType'] },
);

const entries = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: patient.map((resource) => ({ resource }) as unknown) },
    { weight: 4, arbitrary: appointment.map((resource) => ({ resource }) as unknown) },
    { weight: 1, arbitrary: anything as fc.Arbitrary<unknown> },
  ),
  { maxLength: 8 },
);

describe('whatever stands in a bundle', () => {
  test('is read without a fault: each entry is taken or told in a sentence, and nobody is there by half', async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.integer({ min: 1, max: 2_000 }), async (given, pieceBytes) => {
        const { station } = opened;
        const here = () =>
          station.db.first<{ count: number }>('SELECT count(*) AS count FROM person')?.count ?? 0;
        const before = here();
        const importId = await importBundle(station, bundle(given), pieceBytes);
        const { rows, added, refused, ...others } = counts(station);
        const { extended, corrected, unchanged, changed, duplicates, skipped, joined } = others;
        expect(rows).toBe(given.length);
        expect(
          added + refused + extended + corrected + unchanged + changed + duplicates + skipped + joined,
        ).toBe(rows);
        expect(here() - before).toBe(added);
        for (const verdict of ['refused', 'changed', 'duplicate'] as const) {
          const listed = must(importRows(station, { importId, verdict, after: 0 })).rows;
          for (const { sentences } of listed) {
            expect(sentences.length).toBeGreaterThan(0);
            for (const { de } of sentences) expect(de).toMatch(/^Zeile \d+: .+\.$/);
          }
        }
        expect(station.importDesk.progress()?.state).toBe('done');
        const orphans = station.db.all(
          `SELECT 1 FROM appointment a LEFT JOIN person p ON p.person_id = a.person_id
            WHERE p.person_id IS NULL OR p.status <> 'registered'`,
        );
        expect(orphans).toEqual([]);
        expect(opened.logged.filter((line) => line.includes('import-stopped'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 90_000);

  test('cut off or no bundle at all, it says so in one sentence and takes what was whole', async () => {
    const whole = bundle([
      { resource: { resourceType: 'Patient', id: 'a', name: [{ family: 'Berg' }], birthDate: '1985' } },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.nat(whole.length - 3).map((at) => whole.slice(0, at)),
          fc.string(),
        ),
        async (text) => {
          if (text.length === 0) return;
          await importBundle(opened.station, text);
          expect(counts(opened.station).refused).toBeGreaterThan(0);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

test('what is exported and imported at another centre is the same, and imported again it is nothing new', async () => {
  const person = (id: string, more: object) => ({
    fullUrl: `Patient/${id}`,
    resource: { resourceType: 'Patient', id, ...more },
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
  const first = bundle([
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
  await importBundle(opened.station, first);
  expect(counts(opened.station)).toMatchObject({ added: 2, joined: 2, refused: 0 });
  const other = await openTestStation(undefined, startsAt);
  try {
    const text = exportPeople(opened.station, 'fhir', '').text;
    await importBundle(other.station, text);
    expect(counts(other.station)).toMatchObject({ added: 2, refused: 0, duplicates: 0 });
    const read = ({ station }: TestStation) =>
      station.db.all(
        `SELECT p.details, p.external_id, a.starts_at, a.planned_dose, a.centre, a.status
          FROM person p LEFT JOIN appointment a ON a.person_id = p.person_id
          ORDER BY p.external_id, a.starts_at`,
      );
    const sorted = (rows: unknown[]) =>
      (rows as { details: string }[]).map(({ details, ...row }) => ({
        ...row,
        details: JSON.parse(details),
      }));
    expect(sorted(read(other))).toEqual(sorted(read(opened)));
    await importBundle(other.station, text);
    expect(counts(other.station)).toMatchObject({ added: 0, unchanged: 2, refused: 0, changed: 0 });
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
  ])('books the date about %s for %s, whoever else takes part', async (reference, fullUrl, of) => {
    const doctor = { actor: { reference: 'urn:uuid:doctor' } };
    await importBundle(opened.station, bundle([booking(reference, of, [doctor]), person(fullUrl, anna)]));
    expect(counts(opened.station)).toMatchObject({ added: 1, joined: 1, refused: 0 });
  });

  test('gives no date to the patient of another server with the same id', async () => {
    const importId = await importBundle(
      opened.station,
      bundle([
        booking('Patient/1', 'https://b.example/Appointment/1'),
        person('https://a.example/Patient/1', anna),
      ]),
    );
    expect(counts(opened.station)).toMatchObject({ added: 1, refused: 1 });
    expect(refusedFor(importId)[0]).toContain('not in the file');
  });

  test('takes over nobody who is dead or whose record was replaced, and says so of their dates', async () => {
    const importId = await importBundle(
      opened.station,
      bundle([
        person('Patient/d1', { ...anna, deceasedDateTime: '2026-10-15' }),
        booking('Patient/d1'),
        person('Patient/d2', { ...anna, active: false }),
        person('Patient/d3', { ...anna, link: [{ type: 'replaced-by', other: {} }] }),
        person('Patient/d4', { ...anna, deceasedBoolean: false, active: true }),
      ]),
    );
    expect(counts(opened.station)).toMatchObject({ added: 1, refused: 4 });
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
