import type { Bilingual } from '../kernel/bilingual.ts';
import type { PassId } from '../kernel/ids.ts';
import type { Instant, TimeZone } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { PersonDetails } from '../people/events.ts';
import type { AnnouncedField } from './events.ts';

/** Everything a pass is made from, as the read models have it at one revision. */
export interface PassFacts {
  readonly passId: PassId;
  /** The 42 symbols of `issuing/barcode`. */
  readonly barcode: string;
  readonly isVoided: boolean;
  /** Absent once the person was erased. */
  readonly person?: PersonDetails;
  readonly centre: PassCentre;
  readonly product: { readonly name: string; readonly disease: Bilingual };
  /** How many doses the schedule wants. */
  readonly plannedDoses: number;
  readonly appointments: readonly PassAppointment[];
  /** Valid doses only, in the order of their ordinals. */
  readonly doses: readonly PassDose[];
  /** What the person has of other vaccines: in its own lines on the back. */
  readonly others?: readonly {
    readonly name: string;
    readonly appointments: readonly PassAppointment[];
    readonly doses: readonly PassDose[];
  }[];
  /** What the phone is to announce at this revision: the one field that is expected to have changed. */
  readonly announced?: AnnouncedField | 'message' | 'planned-dates';
  /** The newest message of the centre to its guests. */
  readonly message?: Bilingual;
  /** Where the holder finds this pass again. */
  readonly passUrl?: string;
}

export interface PassCentre {
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
}

export interface PassAppointment {
  readonly plannedDose: number;
  readonly startsAt: Instant;
  readonly status: 'booked' | 'checked-in' | 'attended' | 'not-vaccinated' | 'cancelled' | 'no-show';
}

export interface PassDose {
  readonly ordinal: number;
  readonly givenOn: PlainDate;
  /** Empty where a certificate merely counts the dose. */
  readonly productName: string;
  /** Absent for a dose given elsewhere. */
  readonly lot?: string;
  readonly isElsewhere?: boolean;
  /** False where the day is the latest that it can have been. */
  readonly isDayKnown?: boolean;
}

export function isComplete(facts: PassFacts): boolean {
  return facts.doses.length >= facts.plannedDoses;
}

/** Dates still to come, earliest first; once the series is complete, none for a dose that was given already. */
export function openAppointments(facts: PassFacts): PassAppointment[] {
  const given = isComplete(facts) ? facts.doses.length : 0;
  return facts.appointments
    .filter(
      ({ status, plannedDose }) => (status === 'booked' || status === 'checked-in') && plannedDose > given,
    )
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}
