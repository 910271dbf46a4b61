import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { addDays, type BirthDate, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { products } from '../../../domain/products/catalogue.ts';
import { immunizationProfiles } from '../../../domain/reports/immunization-profiles.ts';
import { injectionRoutes, injectionSites } from '../../../domain/vaccination/injection.ts';
import { immunizationBundle } from '../../../interchange/fhir/immunizations/immunization-bundle.ts';
import { readToldVaccinations } from '../../../interchange/fhir/immunizations/read-told.ts';
import type { FhirDose } from '../../../interchange/fhir/immunizations/vaccination-facts.ts';

const today = '2026-11-23' as PlainDate;
const person = {
  givenName: 'Erika',
  familyName: 'Muster',
  birthDate: '1964-08-12' as BirthDate,
  language: 'de',
} as const;
const centre = { name: 'Impfzentrum Musterstadt', address: 'Am Markt 1, 12345 Musterstadt', phone: '' };

const any = {
  doseId: fc.uuid(),
  givenOn: fc.integer({ min: 0, max: 8000 }).map((days) => addDays(today, -days)),
  ordinal: fc.integer({ min: 1, max: 9 }),
};
const lots = fc.stringMatching(/^[A-Z0-9-]{1,20}$/);
const recorded = fc
  .record({ ...any, product: fc.constantFrom(...products), lot: lots, expires: fc.boolean() })
  .map(
    ({ expires, ...dose }): FhirDose => ({
      ...dose,
      kind: 'recorded',
      productName: dose.product.name,
      ...(expires ? { expiresOn: addDays(dose.givenOn, 90) } : {}),
      site: 'left-upper-arm',
      route: dose.product.route,
      amountMl: dose.product.amountMl,
      vaccinator: 'Vera Impfung',
    }),
  );
const elsewhere = fc
  .record({
    ...any,
    product: fc.constantFrom(...products),
    issuer: fc.constantFrom('Praxis am Markt', 'RKI', ''),
    lot: lots,
    told: fc.option(
      fc.record(
        {
          expiresOn: fc.constantFrom(today, addDays(today, 200)),
          site: fc.constantFrom(...injectionSites),
          route: fc.constantFrom(...injectionRoutes),
          amountMl: fc.constantFrom(0.3, 0.5, 1),
        },
        { requiredKeys: ['site'] },
      ),
      { nil: undefined },
    ),
  })
  .map(
    ({ told, ...dose }): FhirDose => ({
      ...dose,
      ...(told ? { told } : {}),
      kind: 'elsewhere',
      productName: dose.product.name,
      isDayKnown: true,
    }),
  );

function factsOf(doses: readonly FhirDose[]) {
  return { personId: idOf<PersonId>('person-1'), details: person, centre, doses, today };
}

/** How it was given, as it is to come in again. */
function entryOf(dose: FhirDose) {
  if (dose.kind === 'elsewhere') return dose.told ? { told: dose.told } : {};
  const { expiresOn, site, route, amountMl } = dose;
  return { told: { ...(expiresOn ? { expiresOn } : {}), site, route, amountMl } };
}

const read = (bundle: unknown) => readToldVaccinations(JSON.stringify(bundle), today);

describe('what goes out as FHIR comes in again', () => {
  test.each(immunizationProfiles)(
    '%s: vaccine, day, number, lot, expiry, site, route, amount and who says so are equal',
    (profile) => {
      fc.assert(
        fc.property(fc.array(fc.oneof(recorded, elsewhere), { minLength: 1, maxLength: 6 }), (doses) => {
          const kept = doses.filter(
            ({ kind, product }) =>
              profile !== 'mio-impfpass' || (kind === 'recorded' && product?.series !== 'mpox'),
          );
          const told = read(immunizationBundle(factsOf(doses), profile).bundle);
          if (kept.length === 0) {
            expect(told).toMatchObject({ refusal: 'no-immunizations' });
            return;
          }
          const place = profile === 'r4' ? centre.name : `${centre.name}, ${centre.address}`;
          expect(told).toMatchObject({
            ok: true,
            value: [
              {
                patient: { givenName: 'Erika', familyName: 'Muster', birthDate: '1964-08-12' },
                notTaken: [],
                doses: kept.map((dose) => ({
                  series: dose.product?.series,
                  product: dose.product,
                  productName: dose.productName,
                  givenOn: dose.givenOn,
                  ordinal: dose.ordinal,
                  issuer: dose.kind === 'recorded' ? place : dose.issuer,
                  lot: dose.lot,
                  // The MIO Impfpass has no place for how a dose was given.
                  ...(profile === 'mio-impfpass' ? {} : entryOf(dose)),
                })),
              },
            ],
          });
        }),
      );
    },
  );
});

const dose = (more: object = {}) => ({
  resourceType: 'Immunization',
  id: 'i1',
  status: 'completed',
  patient: { reference: 'Patient/p1' },
  vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '208' }] },
  occurrenceDateTime: '2021-06-01T23:30:00-05:00',
  ...more,
});
const patient = { resourceType: 'Patient', id: 'p1', name: [{ family: 'Muster' }], birthDate: '1964-08-12' };
const bundle = (...resources: object[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
const faultOf = (resource: object) => {
  const told = read(bundle(patient, resource));
  return told.ok ? told.value.flatMap(({ notTaken }) => notTaken.map(({ fault }) => fault)) : told.refusal;
};

describe('a dose that another system tells', () => {
  test('keeps how it was given, in codes of HL7, EDQM and SNOMED CT, and takes no unit for another', () => {
    const told = (more: object) => {
      const file = read(bundle(patient, dose(more)));
      return file.ok ? file.value[0]?.doses[0]?.told : file.refusal;
    };
    const coded = (...codes: string[]) => ({ coding: codes.map((code) => ({ code })) });
    expect(
      told({
        expirationDate: '2021-09-30',
        site: coded('368209003'),
        route: coded('20035000'),
        doseQuantity: { value: 0.5, unit: 'mL' },
      }),
    ).toEqual({
      expiresOn: '2021-09-30',
      site: 'right-upper-arm',
      route: 'intramuscular',
      amountMl: 0.5,
    });
    expect(told({ site: coded('LVL'), route: coded('78421000') })).toEqual({
      site: 'left-thigh',
      route: 'intramuscular',
    });
    expect(told({ site: coded('LA', 'RA') })).toBeUndefined();
    expect(told({ site: { text: 'Oberarm' }, route: coded('PO') })).toBeUndefined();
    expect(told({ doseQuantity: { value: 30, unit: 'µg', code: 'ug' } })).toBeUndefined();
    expect(told({ doseQuantity: { value: 500, code: 'mL' } })).toBeUndefined();
  });

  // As SNOMED International, HL7 and the EDQM publish them.
  test.each([
    ['368208006', 'left-upper-arm'],
    ['368209003', 'right-upper-arm'],
    ['16217701000119102', 'left-upper-arm'],
    ['16217661000119109', 'right-upper-arm'],
    ['61396006', 'left-thigh'],
    ['11207009', 'right-thigh'],
    ['1217007000', 'left-thigh'],
    ['1217006009', 'right-thigh'],
  ])('SNOMED CT %s is the %s, and the same number of a list of somebody is nothing', (code, site) => {
    const told = (system: string) => {
      const file = read(bundle(patient, dose({ site: { coding: [{ system, code }] } })));
      return file.ok ? file.value[0]?.doses[0]?.told : file.refusal;
    };
    expect(told('http://snomed.info/sct')).toEqual({ site });
    expect(told('urn:oid:2.16.840.1.113883.6.96')).toEqual({ site });
    expect(told('http://praxis.example/sites')).toBeUndefined();
  });

  test.each([
    ['http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration', 'IM', 'intramuscular'],
    ['http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration', 'SQ', 'subcutaneous'],
    ['http://terminology.hl7.org/CodeSystem/v2-0162', 'SC', 'subcutaneous'],
    ['http://standardterms.edqm.eu', '20035000', 'intramuscular'],
    ['http://standardterms.edqm.eu', '20066000', 'subcutaneous'],
    ['http://snomed.info/sct', '78421000', 'intramuscular'],
    ['http://snomed.info/sct', '34206005', 'subcutaneous'],
    ['http://praxis.example/routes', 'SC', undefined],
  ])('route %s %s is %s', (system, code, route) => {
    const file = read(bundle(patient, dose({ route: { coding: [{ system, code }] } })));
    expect(file.ok && file.value[0]?.doses[0]?.told?.route).toBe(route);
  });

  test('keeps the day that was written there, in whatever zone', () => {
    expect(read(bundle(patient, dose()))).toMatchObject({
      value: [{ doses: [{ givenOn: '2021-06-01', product: { name: 'Comirnaty' }, issuer: '' }] }],
    });
  });

  test('is none where a history says that it was deleted', () => {
    const gone = { request: { method: 'DELETE', url: 'Immunization/i9' } };
    const { entry, ...rest } = bundle(
      patient,
      dose({ id: 'i9' }),
      dose({ id: 'i10', occurrenceDateTime: '2021-07-01' }),
    );
    expect(read({ ...rest, entry: [gone, ...entry] })).toMatchObject({
      value: [{ doses: [{ givenOn: '2021-07-01' }], notTaken: [] }],
    });
  });

  test('is as its newest version tells it, wherever that stands', () => {
    const first = dose({ meta: { versionId: '1' } });
    const corrected = dose({ meta: { versionId: '2' }, occurrenceDateTime: '2021-07-01' });
    const error = dose({ meta: { versionId: '3' }, status: 'entered-in-error' });
    expect(read(bundle(first, patient, corrected))).toMatchObject({
      value: [{ doses: [{ givenOn: '2021-07-01' }], notTaken: [] }],
    });
    expect(read(bundle(error, patient, corrected, first))).toMatchObject({
      value: [{ doses: [], notTaken: [{ fault: 'entered-in-error' }] }],
    });
  });

  test.each([
    ['null where nothing is known', { lotNumber: null, site: null, route: null, protocolApplied: null }],
    ['a quantity as text', { doseQuantity: { value: '0.3', unit: 'ml' } }],
    ['a site that is none', { site: 'Arm' }],
  ])('is taken with %s', (_what, more) => {
    expect(read(bundle(patient, dose(more)))).toMatchObject({
      value: [{ doses: [{ givenOn: '2021-06-01' }] }],
    });
  });

  test.each([
    { doseNumberPositiveInt: 2 },
    { doseNumberPositiveInt: '2' },
    { doseNumberString: '2' },
    { doseNumber: '2', seriesDoses: '2' },
  ])('has its number as it is written: %j', (applied) => {
    expect(read(bundle(patient, dose({ protocolApplied: [applied] })))).toMatchObject({
      value: [{ doses: [{ ordinal: 2 }] }],
    });
  });

  test.each([
    ['the other system calls it an error', { status: 'entered-in-error' }, 'entered-in-error'],
    ['it was not given', { status: 'not-done' }, 'not-done'],
    ['its status is none of FHIR', { status: 'perhaps' }, 'resource-invalid'],
    ['its day is missing', { occurrenceDateTime: undefined, occurrenceString: 'last summer' }, 'day-unknown'],
    ['only its month is known', { occurrenceDateTime: '2021-06' }, 'day-unknown'],
    ['its day does not exist', { occurrenceDateTime: '2021-02-30' }, 'day-unknown'],
    ['its day is still to come', { occurrenceDateTime: '2031-01-01' }, 'day-to-come'],
    ['it was given before the birth', { occurrenceDateTime: '1960-01-01' }, 'before-birth'],
    [
      'its CVX code is known to nobody',
      { vaccineCode: { coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '9999' }] } },
      'vaccine-unknown',
    ],
    [
      'its ATC code is of another vaccine',
      { vaccineCode: { coding: [{ system: 'http://www.whocc.no/atc', code: 'J07CA02' }] } },
      'vaccine-unknown',
    ],
    [
      'its SNOMED code is of another vaccine',
      { vaccineCode: { coding: [{ system: 'http://snomed.info/sct', code: '1' }] } },
      'vaccine-unknown',
    ],
    ['its vaccine has neither code nor name', { vaccineCode: {} }, 'vaccine-unknown'],
    [
      'its vaccine does not protect from its disease',
      {
        protocolApplied: [
          { targetDisease: [{ coding: [{ system: 'http://snomed.info/sct', code: '16901001' }] }] },
        ],
      },
      'vaccine-contradictory',
    ],
    ['its lot is a list', { lotNumber: ['A'] }, 'resource-invalid'],
  ])('is not taken where %s', (_, more, fault) => {
    expect(faultOf(dose(more))).toEqual([fault]);
  });

  test('against measles alone is no dose of the series against measles, mumps and rubella', () => {
    const measles = { coding: [{ system: 'http://snomed.info/sct', code: '14189004' }] };
    const told = dose({ vaccineCode: { text: 'Masern' }, protocolApplied: [{ targetDisease: [measles] }] });
    expect(faultOf(told)).toEqual(['vaccine-unknown']);
  });

  test('is of the person that it contains, and said by the place that it contains', () => {
    const told = dose({
      contained: [
        { ...patient, id: 'me', name: [{ family: 'Beispiel', given: ['Max'] }] },
        { resourceType: 'Organization', id: 'o', name: 'Praxis am Markt' },
      ],
      patient: { reference: '#me' },
      performer: [{ actor: { reference: '#o' } }],
    });
    expect(read(bundle(told))).toMatchObject({
      value: [{ patient: { familyName: 'Beispiel' }, doses: [{ issuer: 'Praxis am Markt' }] }],
    });
  });

  test('is found by the address of its person, and two people of a file are kept apart', () => {
    const told = {
      resourceType: 'Bundle',
      entry: [
        { fullUrl: 'urn:uuid:0A', resource: { ...patient, id: 'x' } },
        {
          fullUrl: 'https://x.example/fhir/Patient/2',
          resource: { ...patient, id: '2', birthDate: '2001-01-01' },
        },
        { resource: dose({ patient: { reference: 'urn:uuid:0a' } }) },
        { resource: dose({ patient: { reference: 'Patient/2' } }) },
      ],
    };
    expect(read(told)).toMatchObject({
      value: [
        { patient: { birthDate: '1964-08-12' }, doses: [{}] },
        { patient: { birthDate: '2001-01-01' }, doses: [{}] },
      ],
    });
  });
});

test('what another system recommends is told with its day', () => {
  const told = {
    resourceType: 'ImmunizationRecommendation',
    patient: { reference: 'Patient/p1' },
    date: '2026-01-01',
    authority: { display: 'Praxis am Markt' },
    recommendation: [
      {
        vaccineCode: [{ coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '43' }] }],
        dateCriterion: [
          { code: { coding: [{ system: 'http://loinc.org', code: '30980-7' }] }, value: '2027-02-01' },
        ],
      },
    ],
  };
  expect(read(bundle(patient, told))).toMatchObject({
    value: [
      { recommendations: [{ vaccine: 'HBVAXPRO 10 µg', on: '2027-02-01', authority: 'Praxis am Markt' }] },
    ],
  });
});

describe('a file that is none', () => {
  test.each([
    ['empty', '', 'no-bundle'],
    ['no JSON', 'Impfungen', 'no-bundle'],
    ['a bundle without vaccinations', JSON.stringify(bundle(patient)), 'no-immunizations'],
    ['cut off', JSON.stringify(bundle(patient, dose())).slice(0, -20), 'bundle-cut-off'],
  ])('is refused: %s', (_, text, refusal) => {
    expect(readToldVaccinations(text, today)).toEqual({ ok: false, refusal });
  });

  test('an entry that nests too deep, or is no object, is named and stops nothing else', () => {
    const deep = `{"resourceType":"Immunization","x":${'['.repeat(500)}${']'.repeat(500)}}`;
    const entries = [`{"resource":${deep}}`, '7', JSON.stringify({ resource: dose() })].join(',');
    const told = readToldVaccinations(`{"resourceType":"Bundle","entry":[${entries}]}`, today);
    expect(told).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ doses: [expect.objectContaining({ givenOn: '2021-06-01' })] }),
        expect.objectContaining({ notTaken: [{ entry: '', fault: 'resource-invalid' }, expect.anything()] }),
      ]),
    });
  });

  test('nothing that a file says makes reading it fail', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.jsonValue(), (text, value) => {
        readToldVaccinations(text, today);
        read(bundle(patient, dose({ vaccineCode: value }), dose({ performer: value, contained: value })));
      }),
    );
  });
});
