import type { Bilingual } from '../kernel/bilingual.ts';
import type { AppointmentId, PersonId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { SecondRecordFacts } from '../people/second-record.ts';

/** Green: go on. Amber: look, then go on knowingly. Red: stop. */
export type Light = 'green' | 'amber' | 'red';

export type DecisionReason =
  | 'ready-to-check-in'
  | 'ready-for-dose'
  | 'minor'
  | 'already-checked-in'
  | 'wrong-day'
  | 'wrong-centre'
  | 'no-appointment'
  | 'too-early'
  | 'second-record'
  | 'interval-unknown'
  | 'person-died'
  | 'severe-reaction'
  | 'ask-a-doctor'
  | 'screening-stop'
  | 'screening-doctor'
  | 'no-dose-today'
  | 'too-young'
  | 'too-old'
  | 'series-complete'
  | 'dose-already-today'
  | 'left-without-dose'
  | 'scanned-again'
  | 'pass-unknown-here'
  | 'pass-voided'
  | 'pass-forged'
  | 'person-erased'
  | 'person-restricted'
  | 'code-unreadable'
  | 'code-foreign'
  | 'code-ambiguous'
  | 'vial-code'
  | 'certificate-fits'
  | 'certificate-name-differs'
  | 'certificate-birth-date-fuller'
  | 'certificate-other-person'
  | 'certificate-nobody-open'
  | 'certificate-without-dose'
  | 'certificate-dose-ahead'
  | 'certificate-without-trust-list'
  | 'certificate-unreadable'
  | 'certificate-cut-off'
  | 'certificate-in-parts'
  | 'certificate-foreign'
  | 'certificate-refused'
  | 'pass-key-unknown'
  | 'nobody-found'
  | 'no-such-day'
  | 'several-found';

/** What the desk does next, under one key. */
export type NextAction =
  | 'check-in'
  | 'record-dose'
  | 'count-history'
  | 'show-person'
  | 'choose-person'
  | 'search'
  | 'none';

/** The answer to a scan: a light, one sentence (from `reason` and `facts`) and the next action. */
export interface Decision {
  readonly light: Light;
  readonly reason: DecisionReason;
  readonly facts: DecisionFacts;
  readonly action: NextAction;
  readonly personId?: PersonId;
  readonly appointmentId?: AppointmentId;
}

export interface DecisionFacts {
  readonly dose?: number;
  /** The vaccine, where a centre gives more than one and it must be said which. */
  readonly vaccine?: string;
  /** Where somebody stands, as the confirmed schedule says it. */
  readonly stands?: Bilingual;
  /** \`2026/27\`, where the vaccine is given each season. */
  readonly season?: string;
  /** Somebody whose guardian has to agree. */
  readonly isMinor?: boolean;
  /** The product whose age limit does not fit, the limit, and how old the person is, in full years. */
  readonly product?: string;
  readonly limitYears?: number;
  readonly years?: number;
  readonly doseCount?: number;
  readonly on?: PlainDate;
  /** The latest day that the last dose can have been given on, where its day is not known. */
  readonly last?: PlainDate;
  readonly clock?: string;
  readonly seconds?: number;
  readonly count?: number;
  /** More than `count` fit. */
  readonly hasMore?: boolean;
  /** Their birth dates do not tell them apart. */
  readonly isBirthDateSame?: boolean;
  /** A birth date is among what was typed. */
  readonly hasBirthDate?: boolean;
  /** The other centre that a date is at, and whether a slot here has a place right now. */
  readonly centre?: string;
  readonly isToday?: boolean;
  readonly isPlaceFree?: boolean;
  /** How they reacted to an earlier dose; only for those who may read it. */
  readonly reaction?: Bilingual;
  /** Another record with the same name and birth date. */
  readonly second?: SecondRecordFacts;
}
