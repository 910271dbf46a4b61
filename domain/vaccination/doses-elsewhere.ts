import type { DoseId, PersonId, ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { DoseElsewhere, DosesElsewhereCounted } from './events.ts';
import { type VaccinationState, validDosesOf } from './vaccination.ts';

/** A dose that a certificate proves: `ordinal` counts it among all of the person's doses, where it is told. */
export interface ProvenDose {
  readonly product: string;
  readonly givenOn: PlainDate;
  readonly ordinal?: number;
}

export interface CountElsewhere {
  readonly personId: PersonId;
  /** The product of the centre, whose series they count for whatever they were. */
  readonly productId: ProductId;
  readonly proven: readonly ProvenDose[];
  readonly source: DosesElsewhereCounted['data']['source'];
  readonly newId: () => DoseId;
}

/** More than anybody has: a certificate that counts beyond it is believed up to here. */
const MOST_DOSES = 20;

/**
 * Takes the doses of a certificate into the record. A certificate counts doses that stand there already: only what is
 * missing is added. Of a dose that it merely counts it knows no day, and a certificate of that very dose takes its
 * place later. So the order in which certificates are shown changes nothing.
 */
export function decideCountElsewhere(
  state: VaccinationState,
  { personId, productId, proven, source, newId }: CountElsewhere,
): Result<DosesElsewhereCounted[], 'nothing-to-count'> {
  const recorded = validDosesOf(state, productId);
  const undated = recorded.filter(({ isDayKnown }) => isDayKnown === false);
  const added: DoseElsewhere[] = [];
  for (const { givenOn, ordinal = 0, product } of inOrder(proven)) {
    const replaced = new Set(added.map(({ replaces }) => replaces));
    const before = [...recorded, ...added].filter(
      (dose) => dose.givenOn <= givenOn && !replaced.has(dose.doseId),
    );
    const isKnown = before.some((dose) => dose.givenOn === givenOn && dose.isDayKnown !== false);
    const missing = Math.max(Math.min(ordinal, MOST_DOSES) - before.length, isKnown ? 0 : 1);
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
      });
    }
  }
  if (added.length === 0) return refuse('nothing-to-count');
  return accept([
    { type: 'DosesElsewhereCounted', version: 1, data: { personId, productId, source, doses: added } },
  ]);
}

function inOrder(proven: readonly ProvenDose[]): ProvenDose[] {
  return proven.toSorted((one, other) =>
    one.givenOn < other.givenOn ? -1 : one.givenOn > other.givenOn ? 1 : 0,
  );
}
