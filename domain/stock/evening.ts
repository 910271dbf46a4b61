/** What is left of one vaccine towards the end of a day. */
export interface Evening {
  /** In vials that stand open and can be used. */
  readonly dosesLeft: number;
  /** People who are here or still to come for it today. */
  readonly expected: number;
  /** Who waits for an earlier place. */
  readonly standby: number;
  readonly dosesPerVial: number;
  /** Vials that may be opened: neither blocked, expired nor thawed for too long. */
  readonly closedVials: number;
}

export type EveningAdvice =
  /** Nothing is left over and nobody comes. */
  | { readonly kind: 'nothing' }
  /** What stands open is enough; `call` people from the stand-by list can have what is left over. */
  | { readonly kind: 'open-no-more'; readonly spare: number; readonly call: number }
  /** So many vials more are needed, which leave `spare` doses for `call` people of the stand-by list. */
  | { readonly kind: 'open-more'; readonly vials: number; readonly spare: number; readonly call: number }
  /** All vials that may be opened are not enough: so many people would get nothing. */
  | { readonly kind: 'too-few'; readonly vials: number; readonly missing: number };

/** Whether to open another vial, and how many of those who wait can be called so that no dose is lost. */
export function eveningAdvice(evening: Evening): EveningAdvice {
  const { dosesLeft, expected, standby, dosesPerVial, closedVials } = evening;
  if (dosesLeft === 0 && expected === 0) return { kind: 'nothing' };
  const vials = Math.ceil(Math.max(0, expected - dosesLeft) / dosesPerVial);
  if (vials > closedVials) {
    const missing = expected - dosesLeft - closedVials * dosesPerVial;
    return { kind: 'too-few', vials: closedVials, missing };
  }
  const spare = dosesLeft + vials * dosesPerVial - expected;
  const call = Math.min(spare, standby);
  return vials === 0 ? { kind: 'open-no-more', spare, call } : { kind: 'open-more', vials, spare, call };
}
