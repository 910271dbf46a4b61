import type { ConsentId, ProductId, VisitId } from '../kernel/ids.ts';
import { isSameSeries } from '../products/catalogue.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { ConsentForm, ConsentingParty } from './events.ts';

export interface Consent {
  readonly consentId: ConsentId;
  readonly visitId?: VisitId;
  readonly productId: ProductId;
  /** Absent where the key is not here. */
  readonly personal?: { readonly form: ConsentForm; readonly party: ConsentingParty };
  readonly isWithdrawn: boolean;
}

/** What one person consented to, the oldest first. */
export type ConsentState = readonly Consent[];

export const neverConsented: ConsentState = [];

export function evolveConsent(state: ConsentState, { event }: RecordedEvent): ConsentState {
  if (event.type === 'ConsentGiven') {
    const { consentId, visitId, productId, personal } = event.data;
    return [
      ...state,
      {
        consentId,
        ...(visitId ? { visitId } : {}),
        productId,
        ...(personal ? { personal } : {}),
        isWithdrawn: false,
      },
    ];
  }
  if (event.type !== 'ConsentWithdrawn') return state;
  const ended = new Set(endedWith(state, event.data.consentId));
  return state.map((each) => (ended.has(each.consentId) ? { ...each, isWithdrawn: true } : each));
}

/** What does not hold any more once a consent is withdrawn: all that was said against that disease in the visit until then. */
export function endedWith(
  said: readonly Pick<Consent, 'consentId' | 'visitId' | 'productId'>[],
  consentId: ConsentId,
): ConsentId[] {
  const withdrawn = said.find((each) => each.consentId === consentId);
  if (!withdrawn) return [];
  return said
    .filter(
      ({ consentId: id, visitId, productId }) =>
        id === consentId ||
        (visitId !== undefined &&
          visitId === withdrawn.visitId &&
          isSameSeries(productId, withdrawn.productId)),
    )
    .map((each) => each.consentId);
}

/** What a dose is to be given in and of. */
export interface DoseInQuestion {
  readonly visitId: VisitId | undefined;
  readonly productId: ProductId;
}

/**
 * The consent that a dose of this vaccine may be given by in this visit. What was said of another one does not count, also
 * where that is against the same disease: the person was told about the one that was named to them.
 */
export function standingConsent(state: ConsentState, dose: DoseInQuestion): Consent | undefined {
  const ofProduct = ofSeries(state, dose).filter(({ productId }) => productId === dose.productId);
  return ofProduct.findLast(({ isWithdrawn }) => !isWithdrawn);
}

/** Somebody took back what they had said in this visit of a vaccine of this kind, and has not consented to this one anew. */
export function isWithdrawnHere(state: ConsentState, dose: DoseInQuestion): boolean {
  return !standingConsent(state, dose) && ofSeries(state, dose).some(({ isWithdrawn }) => isWithdrawn);
}

function ofSeries(state: ConsentState, { visitId, productId }: DoseInQuestion): Consent[] {
  if (visitId === undefined) return [];
  return state.filter((each) => each.visitId === visitId && isSameSeries(each.productId, productId));
}

/** Who consented for somebody last: most often the same person the next time. */
export function lastGuardian(state: ConsentState) {
  const parties = state.flatMap(({ personal }) => (personal ? [personal.party] : []));
  const last = parties.at(-1);
  return last?.who === 'guardian' ? last : undefined;
}
