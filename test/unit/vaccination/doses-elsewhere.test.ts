import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DoseId, idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { courseOn } from '../../../domain/products/course.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import {
  decideCountElsewhere,
  decideTakeElsewhere,
  type ProvenDose,
} from '../../../domain/vaccination/doses-elsewhere.ts';
import {
  evolveVaccination,
  type GivenDose,
  type VaccinationState,
  validDosesOf,
} from '../../../domain/vaccination/vaccination.ts';

const productId = idOf<ProductId>('comirnaty');
const personId = idOf<PersonId>('person-1');
const day = (text: string) => text as PlainDate;
const here = (givenOn: PlainDate, isVoided = false): GivenDose => ({
  doseId: idOf<DoseId>(`here-${givenOn}`),
  productId,
  ordinal: 1,
  givenOn,
  isVoided,
});
const proof = (givenOn: PlainDate, ordinal?: number): ProvenDose => ({
  product: 'Comirnaty',
  givenOn,
  ...(ordinal === undefined ? {} : { ordinal }),
});
const source = { kind: 'hcert', issuer: 'XX', trustListFrom: '2026-01-01T00:00:00.000Z' as Instant };

let ids = 0;

function count(state: VaccinationState, ...proven: ProvenDose[]) {
  const newId = () => idOf<DoseId>(`dose-${++ids}`);
  return decideCountElsewhere(state, { personId, productId, proven, source, newId });
}

function after(state: VaccinationState, ...proven: ProvenDose[]): VaccinationState {
  const decided = count(state, ...proven);
  if (!decided.ok) return state;
  return decided.value.reduce((s, event) => evolveVaccination(s, { event } as RecordedEvent), state);
}

const valid = (state: VaccinationState) => validDosesOf(state, courseOn(productId, day('2026-11-23')));
const daysOf = (state: VaccinationState) => valid(state).map(({ givenOn }) => givenOn);
const given = (...doses: GivenDose[]): VaccinationState => ({ doses });

test('a second dose elsewhere proves the first as well, whose day is not known', () => {
  expect(valid(after(given(), proof(day('2026-03-01'), 2)))).toMatchObject([
    { ordinal: 1, givenOn: '2026-03-01', isDayKnown: false, isElsewhere: true },
    { ordinal: 2, givenOn: '2026-03-01', isDayKnown: true, isElsewhere: true },
  ]);
});

test('doses that were given here are not counted twice', () => {
  const one = given(here(day('2026-01-01')));
  expect(daysOf(after(one, proof(day('2026-03-01'), 2)))).toEqual(['2026-01-01', '2026-03-01']);
  expect(count(one, proof(day('2026-01-01'), 1))).toMatchObject({ ok: false, refusal: 'nothing-to-count' });
  const both = [proof(day('2026-01-01')), proof(day('2026-02-01'))];
  expect(daysOf(after(one, ...both))).toEqual(['2026-01-01', '2026-02-01']);
});

test('a dose that only its own issuer knows is added even if the count is reached', () => {
  const two = given(here(day('2026-01-01')), here(day('2026-02-01')));
  expect(daysOf(after(two, proof(day('2026-03-01'), 1)))).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
});

test('an earlier dose takes its place in front of a later one', () => {
  expect(daysOf(after(given(here(day('2026-03-01'))), proof(day('2026-01-01'), 1)))).toEqual([
    '2026-01-01',
    '2026-03-01',
  ]);
});

test('a voided dose here does not stand for one elsewhere', () => {
  const state = after(given(here(day('2026-01-01'), true)), proof(day('2026-01-01'), 1));
  expect(daysOf(state)).toEqual(['2026-01-01']);
});

test('a certificate that counts beyond all reason adds no more than twenty', () => {
  expect(daysOf(after(given(), proof(day('2026-01-01'), 1e9)))).toHaveLength(20);
});

/** What really happened to somebody: doses on different days, some given here, some certified; shown in any order. */
const histories = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 90 }),
      isHere: fc.boolean(),
      isCertified: fc.boolean(),
      isCounted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((doses) => {
    let at = day('2025-01-01');
    const series = doses.map((dose, index) => {
      at = addDays(at, dose.gap);
      return { ...dose, givenOn: at, ordinal: index + 1 };
    });
    const shown = series.filter(({ isCertified }) => isCertified);
    return fc.record({
      series: fc.constant(series),
      shown: fc.shuffledSubarray(shown, { minLength: shown.length }),
    });
  });

test('whatever certificates are shown in whatever order, no dose is lost, doubled or invented', () => {
  fc.assert(
    fc.property(histories, ({ series, shown }) => {
      const atHere = series.filter(({ isHere }) => isHere).map(({ givenOn }) => here(givenOn));
      let state = given(...atHere);
      for (const { givenOn, ordinal, isCounted } of shown)
        state = after(state, proof(givenOn, isCounted ? ordinal : undefined));
      const doses = valid(state);
      const dated = doses.filter(({ isDayKnown }) => isDayKnown !== false).map(({ givenOn }) => givenOn);
      const told = series.filter(({ isHere, isCertified }) => isHere || isCertified);
      expect(dated).toEqual(told.map(({ givenOn }) => givenOn));
      const counted = shown.filter(({ isCounted }) => isCounted).map(({ ordinal }) => ordinal);
      expect(doses.length).toBeGreaterThanOrEqual(Math.max(0, ...counted));
      expect(doses.length).toBeLessThanOrEqual(series.length);
      for (const dose of atHere) expect(state.doses).toContainEqual(dose);
      for (const { givenOn, ordinal, isCounted } of shown)
        expect(count(state, proof(givenOn, isCounted ? ordinal : undefined)).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('what another system or a booklet says is taken with its lot, and what stands on that day already is left', () => {
  const newId = () => idOf<DoseId>(`dose-${++ids}`);
  const taken = {
    personId,
    productId,
    source: { kind: 'fhir' },
    witness: { issuer: 'Praxis' },
    newId,
  } as const;
  const known = given(here(day('2026-01-01')));
  const proven = [
    { ...proof(day('2026-01-01')), lot: 'A' },
    { ...proof(day('2026-03-01')), lot: 'B', told: { amountMl: 0.5 } },
  ];
  expect(decideTakeElsewhere(known, { ...taken, proven })).toMatchObject({
    ok: true,
    value: [
      {
        version: 3,
        data: {
          source: { kind: 'fhir' },
          doses: [{ givenOn: '2026-03-01', ordinal: 2, lot: 'B', isDayKnown: true, told: { amountMl: 0.5 } }],
          personal: { issuer: 'Praxis' },
        },
      },
    ],
  });
  expect(decideTakeElsewhere(known, { ...taken, proven: proven.slice(0, 1) })).toMatchObject({
    refusal: 'nothing-to-count',
  });
});
