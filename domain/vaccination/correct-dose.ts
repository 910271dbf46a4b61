import type { DoseId, PersonId, StaffId } from '../kernel/ids.ts';
import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { CorrectableFacts, DoseCorrected } from './events.ts';
import { isLot } from './lot.ts';
import type { VaccinationState } from './vaccination.ts';

/** A slip in the day is found within weeks; whatever is further off is another dose. */
const MOST_DAYS = 31;

export interface CorrectDose {
  readonly doseId: DoseId;
  readonly personId: PersonId;
  readonly to: CorrectableFacts;
  readonly note: string;
  readonly today: PlainDate;
  /** The second person, who signed in for this one act. */
  readonly approvedBy: StaffId;
}

export type CorrectDoseRefusal =
  | 'dose-unknown'
  | 'dose-already-voided'
  | 'lot-invalid'
  | 'note-missing'
  | 'dose-to-come'
  | 'dose-day-too-far'
  | 'dose-unchanged';

/**
 * What was entered wrongly about a dose that was given. Another vaccine or another person is no correction: that dose is
 * voided and recorded anew. Both versions stand in the event, so that the one before stays readable.
 */
export function decideCorrectDose(
  { doses }: VaccinationState,
  { doseId, personId, to, note, today, approvedBy }: CorrectDose,
): Result<[DoseCorrected], CorrectDoseRefusal> {
  const dose = doses.find((each) => each.doseId === doseId);
  if (!dose?.entry) return refuse('dose-unknown');
  if (dose.isVoided) return refuse('dose-already-voided');
  const before = dose.entry;
  const after = { ...to, lot: to.lot.trim() };
  if (!isLot(after.lot)) return refuse('lot-invalid');
  if (isSameEntry(before, after)) return refuse('dose-unchanged');
  if (after.givenOn > today) return refuse('dose-to-come');
  const isNear =
    after.givenOn >= addDays(before.givenOn, -MOST_DAYS) &&
    after.givenOn <= addDays(before.givenOn, MOST_DAYS);
  if (!isNear) return refuse('dose-day-too-far');
  const why = note.trim();
  if (why === '') return refuse('note-missing');
  const data = { doseId, personId, before, after, approvedBy, personal: { note: why } };
  return accept([{ type: 'DoseCorrected', version: 1, data }]);
}

function isSameEntry(one: CorrectableFacts, other: CorrectableFacts): boolean {
  return (
    one.lot === other.lot &&
    one.expiresOn === other.expiresOn &&
    one.site === other.site &&
    one.givenOn === other.givenOn
  );
}
