import type { ProductId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { PersonDetails } from '../people/events.ts';
import type { RowFault } from './row-fault.ts';

/** One person as a list names them, whatever kind of file the list came in. */
export interface ImportedPerson {
  /** The number in the system that the list comes from: a second import of it changes nothing. */
  readonly externalId?: string;
  readonly details: PersonDetails;
  /** The list names no language: the one in the details is only what most people speak. */
  readonly isLanguageAssumed?: true;
  /** In the order of the doses. */
  readonly appointments: readonly ImportedAppointment[];
  /** Cells that were not understood: the person is taken without them, and they are listed. */
  readonly leftOut?: readonly RowFault[];
}

export interface ImportedAppointment {
  readonly plannedDose: number;
  /** Absent where the list names none: then it is the first that the centre gives. */
  readonly productId?: ProductId;
  readonly startsAt: Instant;
  readonly day: PlainDate;
  readonly externalId?: string;
  /** The other centre it is at; absent for a date here. */
  readonly centre?: string;
}

/** Whether two rows say the same of a person; the order of the fields does not matter. */
export function sameDetails(one: PersonDetails, other: PersonDetails): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof PersonDetails>;
  return [...names].every((name) => one[name] === other[name]);
}
