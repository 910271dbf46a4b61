import { products } from '../../../domain/products/catalogue.ts';
import { findProduct } from '../../../domain/products/find-product.ts';
import type { Product, SeriesName } from '../../../domain/products/product.ts';
import { atcSystem } from '../fhir-systems.ts';
import { cvxSystem, snomed } from './code-systems.ts';
import { mioDiseases, mioVaccines } from './mio-codes.ts';

export interface TellingCode {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly display?: string | undefined;
}

/** What an Immunization says of its vaccine. */
export interface TellingVaccine {
  readonly text?: string | undefined;
  readonly coding: readonly TellingCode[];
  /** SNOMED CT codes of what it protects from. */
  readonly diseases: readonly string[];
}

export interface VaccineOfCodes {
  readonly series: SeriesName;
  /** Where the catalogue has that very vaccine. */
  readonly product?: Product;
}

/** Codes of the CDC's CVX and the WHO's ATC set for vaccines of a series that the catalogue has no product of. */
const furtherCodes: Readonly<
  Partial<Record<SeriesName, { cvx: readonly string[]; atc: readonly string[] }>>
> = {
  'covid-19': {
    cvx: ['210', '211', '212', '213', '217', '218', '219', '221', '228', '229', '230', '300', '301', '302'],
    atc: ['J07BN', 'J07BN02', 'J07BN03', 'J07BN04', 'J07BN05'],
  },
  influenza: {
    cvx: ['88', '140', '141', '149', '150', '153', '155', '158', '161', '168', '185', '186', '197', '205'],
    atc: ['J07BB', 'J07BB01', 'J07BB03'],
  },
  'hepatitis-b': { cvx: ['08', '44', '45', '189', '220'], atc: [] },
  tbe: { cvx: ['222', '223'], atc: ['J07BA'] },
};

/**
 * The vaccine that is meant: by its codes, by its name, else by what it protects from. A disease that the vaccine does
 * not protect from makes the whole doubtful, and nothing is guessed.
 */
export function vaccineOfCodes(
  told: TellingVaccine,
): VaccineOfCodes | 'vaccine-unknown' | 'vaccine-contradictory' {
  const named = productNamed(told);
  const byCode = new Set(told.coding.flatMap((code) => seriesOfCode(code) ?? []));
  if (named) byCode.add(named.series);
  const byDisease = seriesOfDiseases(told.diseases);
  if (byCode.size > 1) return 'vaccine-contradictory';
  const [series = byDisease] = byCode;
  if (!series) return 'vaccine-unknown';
  if (told.diseases.length > 0 && !told.diseases.some((code) => diseasesOf(series).includes(code)))
    return 'vaccine-contradictory';
  const product = named ?? productCoded(told.coding);
  return { series, ...(product ? { product } : {}) };
}

function productNamed({ text, coding }: TellingVaccine): Product | undefined {
  const names = [text, ...coding.map(({ display }) => display)].flatMap((name) => name ?? []);
  const ids = names.flatMap((name) => findProduct(name, [], new Map()) ?? []);
  return products.find(({ productId }) => productId === ids[0]);
}

/** CVX names one product where ATC names a kind. */
function productCoded(coding: readonly TellingCode[]): Product | undefined {
  return products.find(({ cvxCode }) =>
    coding.some(({ system, code }) => system === cvxSystem && code === cvxCode),
  );
}

function seriesOfCode({ system, code = '' }: TellingCode): SeriesName | undefined {
  return seriesOf.get(`${system} ${code.toUpperCase()}`);
}

/** All of the diseases of a series and no other: who is protected from measles alone had no MMR. */
function seriesOfDiseases(told: readonly string[]): SeriesName | undefined {
  const found = products.find(({ diseaseCodes, series }) => {
    const alike = [diseaseCodes, mioDiseases[series]?.map(({ code }) => code) ?? []];
    return alike.some(
      (codes) =>
        codes.length === new Set(told).size && codes.length > 0 && codes.every((code) => told.includes(code)),
    );
  });
  return found?.series;
}

function diseasesOf(series: SeriesName): string[] {
  return [
    ...products.filter((product) => product.series === series).flatMap(({ diseaseCodes }) => diseaseCodes),
    ...(mioDiseases[series] ?? []).map(({ code }) => code),
  ];
}

const seriesOf: ReadonlyMap<string, SeriesName> = new Map(
  products.flatMap(({ series, cvxCode, atcCode }) => [
    ...[cvxCode, ...(furtherCodes[series]?.cvx ?? [])].map(
      (code) => [`${cvxSystem} ${code}`, series] as const,
    ),
    ...[atcCode, ...(furtherCodes[series]?.atc ?? [])].map(
      (code) => [`${atcSystem} ${code}`, series] as const,
    ),
    [`${snomed} ${mioVaccines[series].code}`, series] as const,
  ]),
);
