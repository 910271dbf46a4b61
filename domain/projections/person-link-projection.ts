import type { PersonId } from '../kernel/ids.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { Row, RowChange } from './row-change.ts';

/** Which records are read together. */
export function projectPersonLink({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'PersonsLinked':
      return [{ op: 'put', table: 'person_link', row: { ...pairOf(event.data), linked_at: occurredAt } }];
    case 'PersonsUnlinked':
      return [{ op: 'delete', table: 'person_link', where: pairOf(event.data) }];
    default:
      return [];
  }
}

/** A link has no direction: the smaller id stands first, whoever was open when it was made. */
function pairOf({ personId, otherId }: { personId: PersonId; otherId: PersonId }): Row {
  const [first = personId, second = otherId] = [personId, otherId].sort();
  return { person_id: first, other_id: second };
}
