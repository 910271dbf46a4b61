import type { Language } from '../kernel/bilingual.ts';
import type { EventOf } from '../kernel/event.ts';
import type { PersonId, StaffId } from '../kernel/ids.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';

/** Master data of a person as their papers have it. */
export interface PersonDetails {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: BirthDate;
  readonly sex?: 'female' | 'male' | 'diverse';
  readonly email?: string;
  readonly phone?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly insuranceNumber?: string;
  readonly language: Language;
}

/** Since version 2 the number of a list is sealed: it may be that of an insurance (docs/decisions/0073). */
export type PersonRegistered = EventOf<
  'PersonRegistered',
  2,
  {
    readonly personId: PersonId;
    readonly source: 'desk' | 'import' | 'booking' | 'trial';
    readonly personal?: {
      readonly details: PersonDetails;
      /** The id in the system the person was imported from: makes a second import of it harmless. */
      readonly externalId?: string;
    };
  }
>;

export type CorrectionReason = 'typing-error' | 'changed' | 'other';

/** The record as it reads from now on. What it said before stays in the events before this one. */
export type PersonCorrected =
  | EventOf<'PersonCorrected', 1, CorrectedFacts<CorrectionReason>>
  /** By a row of a list that somebody chose to take. */
  | EventOf<'PersonCorrected', 2, CorrectedFacts<'list'>>;

interface CorrectedFacts<Why> {
  readonly personId: PersonId;
  readonly why: Why;
  readonly personal?: PersonDetails;
}

/** Two records are of one person. Neither changes: whoever reads one is shown the doses of both. */
export type PersonsLinked = EventOf<
  'PersonsLinked',
  1,
  { readonly personId: PersonId; readonly otherId: PersonId; readonly approvedBy: StaffId }
>;

/** The link ends; with `two-people` the two are told apart as by `PersonsToldApart`. */
export type PersonsUnlinked = EventOf<
  'PersonsUnlinked',
  1,
  {
    readonly personId: PersonId;
    readonly otherId: PersonId;
    readonly why: 'two-people' | 'erased';
    /** Absent where an erasure took the link along. */
    readonly approvedBy?: StaffId;
  }
>;

/**
 * Two records are of two people, however alike they read: nobody is asked about this pair again. Of this and
 * `PersonsLinked` the later one holds.
 */
export type PersonsToldApart = EventOf<
  'PersonsToldApart',
  1,
  { readonly personId: PersonId; readonly otherId: PersonId; readonly approvedBy: StaffId }
>;

type FirstReason = 'erasure-requested' | 'accuracy-disputed' | 'objection';
/** GDPR Art. 18 (1) (a) to (d), and a request to be erased that must wait. */
export type RestrictionReason = FirstReason | 'unlawful' | 'needed-for-claims';

/**
 * Nobody works with the record any more; it is kept because it must be (docs/decisions/0011). Version 3 where a second
 * person agreed that it will be erased.
 */
export type PersonRestricted =
  | EventOf<'PersonRestricted', 1, RestrictedFacts<FirstReason>>
  | EventOf<'PersonRestricted', 2, RestrictedFacts<RestrictionReason>>
  | EventOf<'PersonRestricted', 3, RestrictedFacts<'erasure-requested'> & { readonly approvedBy: StaffId }>;

interface RestrictedFacts<Why> {
  readonly personId: PersonId;
  readonly why: Why;
  /** When a requested erasure may be done. */
  readonly eraseFrom?: PlainDate;
}

export type RestrictionLifted = EventOf<'RestrictionLifted', 1, { readonly personId: PersonId }>;

/** The person's key is destroyed in the same transaction: every `personal` part of theirs is unreadable from then on. */
export type PersonErased =
  | EventOf<'PersonErased', 1, Erased>
  | EventOf<'PersonErased', 2, Erased & { readonly approvedBy: StaffId }>;

interface Erased {
  readonly personId: PersonId;
  readonly why: 'requested' | 'deadline-passed';
}

/** A list named somebody by this number, and the desk said who it is: the next list finds them by it. */
export type PersonNumbered = EventOf<
  'PersonNumbered',
  2,
  { readonly personId: PersonId; readonly personal?: { readonly externalId: string } }
>;

export type ConsentChannel = 'email';

export type ConsentRecorded = EventOf<
  'ConsentRecorded',
  1,
  { readonly personId: PersonId; readonly channel: ConsentChannel; readonly isGiven: boolean }
>;

export type PeopleEvent =
  | PersonRegistered
  | PersonCorrected
  | PersonsLinked
  | PersonsUnlinked
  | PersonsToldApart
  | PersonRestricted
  | RestrictionLifted
  | PersonErased
  | PersonNumbered
  | ConsentRecorded;
