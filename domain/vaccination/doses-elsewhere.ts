import type { DoseId, PersonId, ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { courseOn, isOfCourse } from '../products/course.ts';
import type {
  DosesElsewhereCounted,
  ElsewhereSource,
  ElsewhereWitness,
  NotedDoseElsewhere,
  ToldEntry,
} from './events.ts';
import { type VaccinationState, validDosesOf } from './vaccination.ts';

/** A dose that is proven or told: `ordinal` counts it among all of the person's doses, where it is told. */
export interface ProvenDose {
  readonly product: string;
  readonly givenOn: PlainDate;
  readonly ordinal?: number;
  readonly lot?: string;
  readonly told?: ToldEntry;
}

interface Proven {
  readonly personId: PersonId;
  /** The product of the centre, whose series they count for whatever they were. */
  readonly productId: ProductId;
  readonly proven: readonly ProvenDose[];
  readonly newId: () => DoseId;
}

export interface CountElsewhere extends Proven {
  readonly source: CertificateSource;
}

export interface TakeElsewhere extends Proven {
  readonly source: ElsewhereSource;
  readonly witness: ElsewhereWitness;
}

type OfVersion<Version> = Extract<DosesElsewhereCounted, { readonly version: Version }>;
type CertificateSource = OfVersion<1>['data']['source'];

/** More than anybody has: a certificate that counts beyond it is believed up to here. */
const MOST_DOSES = 20;

/**
 * Takes the doses of a certificate into the record. A certificate counts doses that stand there already: only what is
 * missing is added. Of a dose that it merely counts it knows no day, and a certificate of that very dose takes its
 * place later. So the order in which certificates are shown changes nothing.
 */
export function decideCountElsewhere(
  state: VaccinationState,
  { source, ...wish }: CountElsewhere,
): Result<OfVersion<1>[], 'nothing-to-count'> {
  const doses = missingDoses(state, wish);
  if (doses.length === 0) return refuse('nothing-to-count');
  const { personId, productId } = wish;
  return accept([
    { type: 'DosesElsewhereCounted', version: 1, data: { personId, productId, source, doses } },
  ]);
}

/** The same of what another system or a paper says: each dose by its day, with its lot and how it was given where that is told. */
export function decideTakeElsewhere(
  state: VaccinationState,
  { source, witness, ...wish }: TakeElsewhere,
): Result<OfVersion<3>[], 'nothing-to-count'> {
  const doses = missingDoses(state, wish);
  if (doses.length === 0) return refuse('nothing-to-count');
  const { personId, productId } = wish;
  return accept([
    {
      type: 'DosesElsewhereCounted',
      version: 3,
      data: { personId, productId, source, doses, personal: witness },
    },
  ]);
}

function missingDoses(state: VaccinationState, { productId, proven, newId }: Proven): NotedDoseElsewhere[] {
  const added: NotedDoseElsewhere[] = [];
  for (const { givenOn, ordinal = 0, product, lot, told: entry } of inOrder(proven)) {
    const course = courseOn(productId, givenOn);
    const recorded = validDosesOf(state, course);
    const undated = recorded.filter(({ isDayKnown }) => isDayKnown === false);
    const ofCourse = added.filter((dose) => isOfCourse(course, productId, dose.givenOn));
    // Who issued it counts through life what is counted by season here.
    const told = course.season === undefined ? ordinal : 0;
    const replaced = new Set(added.map(({ replaces }) => replaces));
    const before = [...recorded, ...ofCourse].filter(
      (dose) => dose.givenOn <= givenOn && !replaced.has(dose.doseId),
    );
    const isKnown = before.some((dose) => dose.givenOn === givenOn && dose.isDayKnown !== false);
    const missing = Math.max(Math.min(told, MOST_DOSES) - before.length, isKnown ? 0 : 1);
    for (let count = 1; count <= missing; count++) {
      const isDayKnown = count === missing && !isKnown;
      const place = undated.find((dose) => dose.givenOn > givenOn && !replaced.has(dose.doseId));
      if (place) replaced.add(place.doseId);
      added.push({
        doseId: newId(),
        productName: isDayKnown ? product : '',
        givenOn,
        isDayKnown,
        ordinal: before.length + count,
        ...(place ? { replaces: place.doseId } : {}),
        ...(isDayKnown && lot !== undefined ? { lot } : {}),
        ...(isDayKnown && entry ? { told: entry } : {}),
      });
    }
  }
  return added;
}

function inOrder(proven: readonly ProvenDose[]): ProvenDose[] {
  return proven.toSorted((one, other) =>
    one.givenOn < other.givenOn ? -1 : one.givenOn > other.givenOn ? 1 : 0,
  );
}
