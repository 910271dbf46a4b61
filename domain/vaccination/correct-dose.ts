import type { DoseId, PersonId, StaffId } from '../kernel/ids.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { productOf } from '../products/catalogue.ts';
import { type DoseEntry, differing } from './dose-entry.ts';
import type { DoseCorrected } from './events.ts';
import { isLot, isSameLot } from './lot.ts';
import type { VaccinationState } from './vaccination.ts';

/** A slip in the day is found within weeks; whatever is further off is another dose. */
const MOST_DAYS = 31;
/** More is not injected into one place; in millilitres. */
export const mostAmountMl = 5;

export interface CorrectDose {
  readonly doseId: DoseId;
  readonly personId: PersonId;
  /** What stood there as somebody began to correct it; absent where nobody looked. */
  readonly seen?: DoseEntry;
  readonly to: DoseEntry;
  readonly note: string;
  readonly today: PlainDate;
  /** The second person, who signed in for this one act. */
  readonly approvedBy: StaffId;
}

/** What speaks against the facts themselves, whoever agrees and for whatever reason. */
export type EntryFault =
  | 'dose-unknown'
  | 'dose-already-voided'
  | 'product-unknown'
  | 'lot-invalid'
  | 'amount-invalid'
  | 'dose-to-come'
  | 'dose-day-too-far'
  | 'dose-unchanged';

export type CorrectDoseRefusal = EntryFault | 'dose-changed' | 'note-missing';

/**
 * What was entered wrongly about a dose that was given. Another person is no correction: that dose is voided and recorded
 * anew. Both versions stand in the event, so that the one before stays readable.
 */
export function decideCorrectDose(
  state: VaccinationState,
  { note, approvedBy, seen, ...wish }: CorrectDose,
): Result<[DoseCorrected], CorrectDoseRefusal> {
  const now = state.doses.find(({ doseId }) => doseId === wish.doseId)?.entry;
  // Else what somebody else corrected meanwhile would be taken back, unseen.
  if (seen && now && differing(seen, now).length > 0) return refuse('dose-changed');
  const correction = correctionOf(state, wish);
  if (!correction.ok) return correction;
  const why = note.trim();
  if (why === '') return refuse('note-missing');
  const { personal, ...facts } = correction.value;
  const data = { ...facts, approvedBy, personal: { ...personal, note: why } };
  return accept([{ type: 'DoseCorrected', version: 2, data }]);
}

/** The same before anybody said why and signed it. */
export function correctionOf(
  state: VaccinationState,
  { doseId, personId, to, today }: Pick<CorrectDose, 'doseId' | 'personId' | 'to' | 'today'>,
): Result<
  Pick<DoseCorrected['data'], 'doseId' | 'personId' | 'before' | 'after'> & {
    readonly personal: { readonly note: string } & DoseCorrected['data']['personal'];
  },
  EntryFault
> {
  const weighed = weighEntry(state, { doseId, to, today });
  if (!weighed.ok) return weighed;
  const { indication: one, ...before } = weighed.value.before;
  const { indication: other, ...after } = weighed.value.after;
  const indication = { ...(one ? { before: one } : {}), ...(other ? { after: other } : {}) };
  const personal = { note: '', ...(one === other ? {} : { indication }) };
  return accept({ doseId, personId, before, after, personal });
}

/** The entry as it stands and as it would be; refused where it cannot be so. */
function weighEntry(
  { doses }: VaccinationState,
  { doseId, to, today }: Pick<CorrectDose, 'doseId' | 'to' | 'today'>,
): Result<{ readonly before: DoseEntry; readonly after: DoseEntry }, EntryFault> {
  const dose = doses.find((each) => each.doseId === doseId);
  if (!dose?.entry) return refuse('dose-unknown');
  if (dose.isVoided) return refuse('dose-already-voided');
  const before = dose.entry;
  // Another spelling is no other lot: it would outdo the lot that another station corrects at the same time.
  const after = { ...to, lot: isSameLot(before.lot, to.lot) ? before.lot : to.lot.trim() };
  if (!productOf(after.productId)) return refuse('product-unknown');
  if (!isLot(after.lot)) return refuse('lot-invalid');
  if (!(after.amountMl > 0 && after.amountMl <= mostAmountMl)) return refuse('amount-invalid');
  if (differing(before, after).length === 0) return refuse('dose-unchanged');
  if (after.givenOn > today) return refuse('dose-to-come');
  const isNear =
    after.givenOn >= addDays(before.givenOn, -MOST_DAYS) &&
    after.givenOn <= addDays(before.givenOn, MOST_DAYS);
  return isNear ? accept({ before, after }) : refuse('dose-day-too-far');
}
