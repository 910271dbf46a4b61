import type { PersonId, StaffId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { PersonErased, PersonRestricted } from './events.ts';
import type { PersonState } from './person.ts';

/** § 630f (3) BGB: a record of treatment is kept for ten years after its end. */
const yearsKept = 10;

/** From which day on a record whose last dose was given on `lastDoseOn` may be erased. */
export function eraseFrom(lastDoseOn: PlainDate): PlainDate {
  const [year, month, day] = lastDoseOn.split('-');
  const isLeapDay = month === '02' && day === '29';
  return `${Number(year) + yearsKept}-${isLeapDay ? '03-01' : `${month}-${day}`}` as PlainDate;
}

export interface ErasePerson {
  readonly personId: PersonId;
  /** Of every dose ever recorded, voided ones too: they belong to the record that the law wants kept. */
  readonly lastDoseOn: PlainDate | undefined;
  /** What headquarters found, which knows the last dose anywhere. */
  readonly keptUntil?: PlainDate | undefined;
  readonly today: PlainDate;
  /** The second person who agreed; absent where a deadline alone erases. */
  readonly approvedBy?: StaffId | undefined;
}

/**
 * A request to be erased. Before the deadline it becomes a restriction that ends in erasure; after it, or where
 * nobody was ever treated, there is nothing to wait for.
 */
export function decideErase(
  state: PersonState,
  { personId, lastDoseOn, keptUntil, today, approvedBy }: ErasePerson,
): Result<(PersonErased | PersonRestricted)[], 'person-unknown' | 'already-requested'> {
  if (!('details' in state)) return refuse('person-unknown');
  const from = keptUntil ?? (lastDoseOn && eraseFrom(lastDoseOn));
  const isRequested = state.status === 'restricted' && state.why === 'erasure-requested';
  if (from === undefined || today >= from) {
    const why = isRequested ? 'deadline-passed' : 'requested';
    return accept([
      approvedBy
        ? { type: 'PersonErased', version: 2, data: { personId, why, approvedBy } }
        : { type: 'PersonErased', version: 1, data: { personId, why } },
    ]);
  }
  if (isRequested) return refuse('already-requested');
  const restricted = { personId, why: 'erasure-requested', eraseFrom: from } as const;
  return accept([
    approvedBy
      ? { type: 'PersonRestricted', version: 3, data: { ...restricted, approvedBy } }
      : { type: 'PersonRestricted', version: 1, data: restricted },
  ]);
}
