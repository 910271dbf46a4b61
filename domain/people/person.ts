import type { PersonId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { PersonDetails, PersonRegistered } from './events.ts';

export type PersonState =
  | { readonly status: 'unknown' }
  | { readonly status: 'registered'; readonly details: PersonDetails }
  /** The key of their personal data was destroyed: facts remain, the name does not. */
  | { readonly status: 'erased' };

export const unknownPerson: PersonState = { status: 'unknown' };

export interface RegisterPerson {
  readonly personId: PersonId;
  readonly details: PersonDetails;
  readonly source: PersonRegistered['data']['source'];
  readonly externalId?: string;
}

export type RegisterRefusal = 'person-already-registered' | 'name-missing';

export function decideRegister(
  state: PersonState,
  command: RegisterPerson,
): Result<PersonRegistered[], RegisterRefusal> {
  if (state.status !== 'unknown') return refuse('person-already-registered');
  if (command.details.givenName.trim() === '' && command.details.familyName.trim() === '')
    return refuse('name-missing');
  const { personId, source, externalId, details } = command;
  return accept([
    {
      type: 'PersonRegistered',
      version: 1,
      data: { personId, source, ...(externalId === undefined ? {} : { externalId }), personal: details },
    },
  ]);
}

export function evolvePerson(state: PersonState, { event }: RecordedEvent): PersonState {
  switch (event.type) {
    case 'PersonRegistered':
      return event.data.personal
        ? { status: 'registered', details: event.data.personal }
        : { status: 'erased' };
    default:
      return state;
  }
}
