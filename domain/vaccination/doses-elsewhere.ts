import { type DoseId, idOf, type ProductId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { GivenDose } from './vaccination.ts';

/** A dose that a certificate proves: `ordinal` counts it among all of the person's doses, where it is told. */
export interface ProvenDose {
  readonly givenOn: PlainDate;
  readonly ordinal?: number;
}

/** More than anybody has: a certificate that counts beyond it is believed up to here. */
const MOST_DOSES = 20;

/**
 * The doses of a person together with those of a certificate, oldest first. A certificate counts doses that were
 * given here as well: only what is missing here is added, on the day of the proven dose.
 */
export function withDosesElsewhere(
  given: readonly GivenDose[],
  proven: readonly ProvenDose[],
  productId: ProductId,
): GivenDose[] {
  let all = [...given];
  for (const { givenOn, ordinal } of proven) {
    const earlier = all.filter(
      (dose) => !dose.isVoided && dose.productId === productId && dose.givenOn <= givenOn,
    );
    const isKnown = earlier.some((dose) => dose.givenOn === givenOn);
    const missing =
      ordinal === undefined ? (isKnown ? 0 : 1) : Math.min(ordinal, MOST_DOSES) - earlier.length;
    for (let count = 0; count < missing; count++)
      all.push({
        doseId: idOf<DoseId>(`elsewhere-${givenOn}-${count}`),
        productId,
        ordinal: earlier.length + count + 1,
        givenOn,
        isVoided: false,
      });
    all = all.toSorted((one, other) =>
      one.givenOn < other.givenOn ? -1 : one.givenOn > other.givenOn ? 1 : 0,
    );
  }
  return all;
}
