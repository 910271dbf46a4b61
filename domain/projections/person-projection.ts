import type { PersonDetails } from '../people/events.ts';
import { searchKeysOf } from '../people/search-key.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { Row, RowChange } from './row-change.ts';

/** Who is known here, and how they are found. */
export function projectPerson({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'PersonRegistered': {
      const { personId, personal } = event.data;
      const row = personRow(personId, personal?.details, personal?.externalId);
      return [{ op: 'put', table: 'person', row }];
    }
    case 'PersonCorrected':
      return event.data.personal ? [changed(event.data.personId, detailColumns(event.data.personal))] : [];
    case 'PersonNumbered':
      return event.data.personal
        ? [changed(event.data.personId, { external_id: event.data.personal.externalId })]
        : [];
    case 'PersonRestricted':
      return (['registered', 'restricted'] as const).map((status) => ({
        op: 'set',
        table: 'person',
        where: { person_id: event.data.personId, status },
        set: {
          status: 'restricted',
          restriction: event.data.why,
          restricted_at: occurredAt,
          erase_from: event.data.eraseFrom ?? null,
        },
      }));
    case 'RestrictionLifted':
      return [
        {
          op: 'set',
          table: 'person',
          where: { person_id: event.data.personId, status: 'restricted' },
          set: { status: 'registered', ...unrestricted },
        },
      ];
    case 'PersonErased':
      return [
        changed(event.data.personId, { status: 'erased', ...noDetails, ...unrestricted, external_id: null }),
      ];
    default:
      return [];
  }
}

/** Whoever is erased stays it, whatever a station wrote that did not know of it yet. */
function changed(personId: string, set: Row): RowChange {
  return { op: 'set', table: 'person', where: { person_id: personId }, unless: { status: 'erased' }, set };
}

const unrestricted: Row = { restriction: null, restricted_at: null, erase_from: null };

/** The whole row of somebody as they were registered; sealed while the key of their details is not here. */
export function personRow(personId: string, details: PersonDetails | undefined, externalId?: string): Row {
  return {
    person_id: personId,
    status: details ? 'registered' : 'sealed',
    ...(details ? detailColumns(details) : noDetails),
    external_id: externalId ?? null,
    ...unrestricted,
  };
}

/** What is personal in the row, and every key that is made from it. */
export function detailColumns(details: PersonDetails): Row {
  const keys = searchKeysOf(details);
  return {
    given_name: details.givenName,
    family_name: details.familyName,
    birth_date: details.birthDate,
    details: JSON.stringify(details),
    search_key: keys.familyFirst,
    given_key: keys.givenFirst,
    second_family_key: keys.secondFamily,
    second_given_key: keys.secondGiven,
    sound_key: keys.sound,
    phone_key: keys.phone,
    email_key: keys.email,
    insurance_key: keys.insuranceNumber,
  };
}

export const noDetails: Row = {
  given_name: '',
  family_name: '',
  birth_date: '',
  details: '{}',
  search_key: '',
  given_key: '',
  second_family_key: '',
  second_given_key: '',
  sound_key: '',
  phone_key: '',
  email_key: '',
  insurance_key: '',
};
