import { searchKeyOf } from '../people/search-key.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Who is known here, and how they are found. */
export function projectPerson({ event }: RecordedEvent): RowChange[] {
  if (event.type !== 'PersonRegistered') return [];
  const { personId, externalId, personal } = event.data;
  return [
    {
      op: 'put',
      table: 'person',
      row: {
        person_id: personId,
        status: personal ? 'registered' : 'erased',
        given_name: personal?.givenName ?? '',
        family_name: personal?.familyName ?? '',
        birth_date: personal?.birthDate ?? '',
        details: JSON.stringify(personal ?? {}),
        search_key: personal ? searchKeyOf(personal) : '',
        external_id: externalId ?? null,
      },
    },
  ];
}
