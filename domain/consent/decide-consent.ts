import type { ConsentId, PersonId, ProductId, VisitId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { type ConsentState, type DoseInQuestion, isWithdrawnHere, standingConsent } from './consent.ts';
import {
  type ConsentForm,
  type ConsentGiven,
  type ConsentingParty,
  type ConsentKind,
  type ConsentKindsChosen,
  type ConsentWithdrawn,
  consentKinds,
} from './events.ts';
import { isSignature } from './signature.ts';
import { type ConsentAge, mayConsent } from './who-consents.ts';

/** What the centre asks for; `isChosen` once somebody chose it, till then as it comes: said, with the dose. */
export interface ConsentSetting {
  readonly kinds: readonly ConsentKind[];
  readonly isChosen: boolean;
}

export type ChooseKindsRefusal = 'consent-kinds-missing' | 'consent-kinds-unchanged';

export function decideChooseKinds(
  { kinds: before, isChosen }: ConsentSetting,
  wished: readonly ConsentKind[],
): Result<[ConsentKindsChosen], ChooseKindsRefusal> {
  const kinds = consentKinds.filter((kind) => wished.includes(kind));
  if (kinds.length === 0) return refuse('consent-kinds-missing');
  if (isChosen && kinds.join() === before.join()) return refuse('consent-kinds-unchanged');
  return accept([{ type: 'ConsentKindsChosen', version: 1, data: { kinds } }]);
}

export interface GiveConsent {
  readonly consentId: ConsentId;
  readonly personId: PersonId;
  readonly visitId: VisitId;
  /** The vaccine that was named to whoever consents. */
  readonly productId: ProductId;
  readonly form: ConsentForm;
  readonly party: ConsentingParty;
}

/** Who is here, of what age, and for which vaccine. */
export interface ConsentingHere {
  readonly isHere: boolean;
  readonly age: ConsentAge;
  readonly productId: ProductId;
}

export type GiveConsentRefusal =
  | 'visit-unknown'
  | 'consent-vaccine-changed'
  | 'consent-kind-not-asked'
  | 'consent-not-theirs'
  | 'guardian-missing'
  | 'guardian-absent'
  | 'signature-missing'
  | 'consent-reference-missing';

/** Recorded before the dose, in the visit in which it is given, for the vaccine that is to be given in it. */
export function decideGiveConsent(
  { kinds }: ConsentSetting,
  { isHere, age, productId }: ConsentingHere,
  { form: told, party: named, ...consent }: GiveConsent,
): Result<[ConsentGiven], GiveConsentRefusal> {
  if (!isHere) return refuse('visit-unknown');
  if (consent.productId !== productId) return refuse('consent-vaccine-changed');
  if (!kinds.includes(told.kind)) return refuse('consent-kind-not-asked');
  if (!mayConsent(age, named)) return refuse('consent-not-theirs');
  const party = named.who === 'guardian' ? { ...named, name: named.name.trim() } : named;
  if (party.who === 'guardian' && !/\p{L}/u.test(party.name)) return refuse('guardian-missing');
  // Whoever is not here can say it on the telephone, and cannot sign.
  if (party.who === 'guardian' && !party.isPresent && told.kind === 'signature')
    return refuse('guardian-absent');
  if (told.kind === 'signature' && !isSignature(told.strokes)) return refuse('signature-missing');
  const form = told.kind === 'paper' ? { ...told, reference: told.reference.trim() } : told;
  if (form.kind === 'paper' && form.reference === '') return refuse('consent-reference-missing');
  return accept([{ type: 'ConsentGiven', version: 1, data: { ...consent, personal: { form, party } } }]);
}

export interface ConsentWithDose extends DoseInQuestion {
  readonly consentId: ConsentId;
  readonly personId: PersonId;
  /** Whoever confirms the dose heard it from the person. */
  readonly isSaid: boolean;
}

export type ConsentHold = 'consent-missing' | 'consent-withdrawn';

/**
 * What a dose is given by: the consent of this visit, or what is said with the dose, which is recorded with it. Without
 * one there is no dose, whatever a centre chose and whoever sends it.
 */
export function decideConsentWithDose(
  state: ConsentState,
  { kinds }: ConsentSetting,
  age: ConsentAge,
  { consentId, personId, visitId, productId, isSaid }: ConsentWithDose,
): Result<{ readonly events: ConsentGiven[]; readonly consentId: ConsentId }, ConsentHold> {
  const standing = standingConsent(state, { visitId, productId });
  if (standing) return accept({ events: [], consentId: standing.consentId });
  if (isWithdrawnHere(state, { visitId, productId })) return refuse('consent-withdrawn');
  if (isSaid && kinds.includes('oral') && age === 'self') {
    const personal = { form: { kind: 'oral' }, party: { who: 'self' } } as const;
    const data = { consentId, personId, ...(visitId ? { visitId } : {}), productId, personal };
    return accept({ events: [{ type: 'ConsentGiven', version: 1, data }], consentId });
  }
  return refuse('consent-missing');
}

export interface WithdrawConsent {
  readonly consentId: ConsentId;
  readonly personId: PersonId;
  readonly reason: string;
}

export type WithdrawConsentRefusal = 'consent-unknown' | 'consent-withdrawn-already';

/** Nobody has to say why. */
export function decideWithdrawConsent(
  state: ConsentState,
  { consentId, personId, reason: words }: WithdrawConsent,
): Result<[ConsentWithdrawn], WithdrawConsentRefusal> {
  const consent = state.find((each) => each.consentId === consentId);
  if (!consent) return refuse('consent-unknown');
  if (consent.isWithdrawn) return refuse('consent-withdrawn-already');
  const reason = words.trim();
  const data = { consentId, personId, ...(reason === '' ? {} : { personal: { reason } }) };
  return accept([{ type: 'ConsentWithdrawn', version: 1, data }]);
}
