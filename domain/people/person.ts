import type { PersonId } from '../kernel/ids.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { RecordedEvent } from '../station-event.ts';
import { type DetailsFault, detailsFault, tidyDetails } from './details-fault.ts';
import type {
  ConsentChannel,
  ConsentRecorded,
  CorrectionReason,
  PersonCorrected,
  PersonDetails,
  PersonRegistered,
  PersonRestricted,
  RestrictionLifted,
  RestrictionReason,
} from './events.ts';

export type PersonState =
  | { readonly status: 'unknown' }
  | { readonly status: 'registered'; readonly details: PersonDetails }
  /** Kept because it must be, and worked with by nobody. */
  | { readonly status: 'restricted'; readonly details: PersonDetails; readonly why: RestrictionReason }
  /** Registered elsewhere, and the key of their details is not here (yet). */
  | { readonly status: 'sealed' }
  /** The key of their personal data was destroyed: facts remain, the name does not. */
  | { readonly status: 'erased' };

export const unknownPerson: PersonState = { status: 'unknown' };

/** Undefined where nothing of the person can be read. */
export function birthDateOf(person: PersonState): BirthDate | undefined {
  return person.status === 'registered' || person.status === 'restricted'
    ? person.details.birthDate
    : undefined;
}

export interface RegisterPerson {
  readonly personId: PersonId;
  readonly details: PersonDetails;
  readonly source: PersonRegistered['data']['source'];
  readonly externalId?: string;
  readonly today: PlainDate;
}

export type RegisterRefusal = 'person-already-registered' | DetailsFault;

export function decideRegister(
  state: PersonState,
  command: RegisterPerson,
): Result<PersonRegistered[], RegisterRefusal> {
  if (state.status !== 'unknown') return refuse('person-already-registered');
  const details = tidyDetails(command.details);
  const fault = detailsFault(details, command.today);
  if (fault) return refuse(fault);
  const { personId, source, externalId } = command;
  return accept([
    {
      type: 'PersonRegistered',
      version: 2,
      data: { personId, source, personal: { details, ...(externalId === undefined ? {} : { externalId }) } },
    },
  ]);
}

export interface CorrectPerson {
  readonly personId: PersonId;
  readonly details: PersonDetails;
  readonly why: CorrectionReason | 'list';
  readonly today: PlainDate;
}

export type CorrectRefusal = 'person-unknown' | 'nothing-changed' | DetailsFault;

/** The new version as a whole: what a record said at any time can be read without adding changes up. */
export function decideCorrect(
  state: PersonState,
  command: CorrectPerson,
): Result<PersonCorrected[], CorrectRefusal> {
  if (state.status !== 'registered') return refuse('person-unknown');
  const details = tidyDetails(command.details);
  const fault = detailsFault(details, command.today, state.details);
  if (fault) return refuse(fault);
  if (changedFields(state.details, details).length === 0) return refuse('nothing-changed');
  const { personId, why } = command;
  return accept([
    why === 'list'
      ? { type: 'PersonCorrected', version: 2, data: { personId, why, personal: details } }
      : { type: 'PersonCorrected', version: 1, data: { personId, why, personal: details } },
  ]);
}

/** Fields in which two versions of a record differ. */
export function changedFields(before: PersonDetails, after: PersonDetails): (keyof PersonDetails)[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof PersonDetails>;
  return [...names].filter((name) => before[name] !== after[name]);
}

export function decideConsent(
  state: PersonState,
  consent: { readonly personId: PersonId; readonly channel: ConsentChannel; readonly isGiven: boolean },
): Result<ConsentRecorded[], 'person-unknown' | 'email-missing'> {
  if (state.status !== 'registered') return refuse('person-unknown');
  if (consent.isGiven && !state.details.email) return refuse('email-missing');
  return accept([{ type: 'ConsentRecorded', version: 1, data: consent }]);
}

export function decideRestrict(
  state: PersonState,
  wish: { readonly personId: PersonId; readonly why: RestrictionReason },
): Result<PersonRestricted[], 'person-unknown'> {
  if (state.status !== 'registered') return refuse('person-unknown');
  return accept([{ type: 'PersonRestricted', version: 2, data: wish }]);
}

export function decideLiftRestriction(
  state: PersonState,
  personId: PersonId,
): Result<RestrictionLifted[], 'not-restricted'> {
  if (state.status !== 'restricted') return refuse('not-restricted');
  return accept([{ type: 'RestrictionLifted', version: 1, data: { personId } }]);
}

export function evolvePerson(state: PersonState, { event }: RecordedEvent): PersonState {
  switch (event.type) {
    case 'PersonRegistered':
      return event.data.personal
        ? { status: 'registered', details: event.data.personal.details }
        : { status: 'sealed' };
    case 'PersonCorrected':
      return 'details' in state && event.data.personal ? { ...state, details: event.data.personal } : state;
    case 'PersonRestricted':
      return 'details' in state
        ? { status: 'restricted', details: state.details, why: event.data.why }
        : state;
    case 'RestrictionLifted':
      return 'details' in state ? { status: 'registered', details: state.details } : state;
    case 'PersonErased':
      return { status: 'erased' };
    case 'RegistrationWithdrawn':
      return unknownPerson;
    default:
      return state;
  }
}
