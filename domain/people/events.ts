import type { EventOf } from '../kernel/event.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { BirthDate } from '../kernel/plain-date.ts';

/** Languages that texts for citizens exist in. */
export type Language = 'de' | 'en';

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

export type PersonRegistered = EventOf<
  'PersonRegistered',
  1,
  {
    readonly personId: PersonId;
    readonly source: 'desk' | 'import' | 'booking' | 'trial';
    /** The id in the system the person was imported from: makes a second import of it harmless. */
    readonly externalId?: string;
    readonly personal?: PersonDetails;
  }
>;

export type PeopleEvent = PersonRegistered;
