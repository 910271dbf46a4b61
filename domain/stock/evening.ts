/** What is left of one vaccine for the rest of a day. Times are minutes from now. */
export interface Evening {
  /** Vials that stand open and can be used, with the doses left in each; no `minutes` where its time does not run. */
  readonly open: readonly { readonly left: number; readonly minutes?: number }[];
  /** When each person is due who is here (0) or still to come for it today. */
  readonly expectedIn: readonly number[];
  /** Who waits for an earlier place. */
  readonly standby: number;
  readonly dosesPerVial: number;
  /** For how long a vial may be used once it is opened; absent where its time does not run. */
  readonly usableMinutes?: number;
  /** Vials that may be opened: neither blocked, expired nor thawed for too long. */
  readonly closedVials: number;
}

export type EveningAdvice =
  /** Nothing is left over and nobody comes. */
  | { readonly kind: 'nothing' }
  /** What stands open is enough; `call` people from the stand-by list can have what is left over. */
  | { readonly kind: 'open-no-more'; readonly spare: number; readonly call: number }
  /** So many vials more are needed, one after the other, which leave `spare` doses for `call` people of the stand-by list. */
  | { readonly kind: 'open-more'; readonly vials: number; readonly spare: number; readonly call: number }
  /** All vials that may be opened are not enough: so many people would get nothing. */
  | { readonly kind: 'too-few'; readonly vials: number; readonly missing: number };

/** Whether to open another vial, and how many of those who wait can be called so that no dose is lost. */
export function eveningAdvice(evening: Evening): EveningAdvice {
  const { spare, opened, missing } = giveInTurn(evening);
  if (spare === 0 && evening.expectedIn.length === 0) return { kind: 'nothing' };
  if (missing > 0) return { kind: 'too-few', vials: opened, missing };
  const call = Math.min(spare, evening.standby);
  return opened === 0
    ? { kind: 'open-no-more', spare, call }
    : { kind: 'open-more', vials: opened, spare, call };
}

/**
 * Everybody in the order in which they are due gets a dose from the vial whose time is over first, and a new vial is
 * opened only when somebody is here for whom no open one has a dose: what stands open now is of no use to the last of
 * a long day.
 */
function giveInTurn({ open, expectedIn, dosesPerVial, usableMinutes = Infinity, closedVials }: Evening) {
  const vials = open.map(({ left, minutes = Infinity }) => ({ left, minutes }));
  vials.sort((one, other) => (one.minutes < other.minutes ? -1 : 1));
  let opened = 0;
  let missing = 0;
  for (const due of expectedIn.map((minutes) => Math.max(0, minutes)).sort((one, other) => one - other)) {
    const vial = vials.find(({ left, minutes }) => left > 0 && minutes >= due);
    if (vial) vial.left -= 1;
    else if (opened === closedVials) missing += 1;
    else {
      opened += 1;
      vials.push({ left: dosesPerVial - 1, minutes: due + usableMinutes });
    }
  }
  return { spare: vials.reduce((sum, { left }) => sum + left, 0), opened, missing };
}
