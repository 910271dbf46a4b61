import type { PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { Row, RowChange } from './row-change.ts';

/** Which records are read together, and which are known to be of two people. What was said last of a pair holds. */
export function projectPersonLink({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'PersonsLinked':
      return [
        { op: 'put', table: 'person_link', row: { ...pairOf(event.data), linked_at: occurredAt } },
        { op: 'delete', table: 'told_apart', where: pairOf(event.data) },
      ];
    case 'PersonsUnlinked':
      return event.data.why === 'two-people'
        ? toldApart(pairOf(event.data), occurredAt)
        : [{ op: 'delete', table: 'person_link', where: pairOf(event.data) }];
    case 'PersonsToldApart':
      return toldApart(pairOf(event.data), occurredAt);
    case 'PersonErased':
      return [
        { op: 'delete', table: 'told_apart', where: { person_id: event.data.personId } },
        { op: 'delete', table: 'told_apart', where: { other_id: event.data.personId } },
      ];
    default:
      return [];
  }
}

function toldApart(pair: Row, occurredAt: Instant): RowChange[] {
  return [
    { op: 'delete', table: 'person_link', where: pair },
    { op: 'put', table: 'told_apart', row: { ...pair, told_at: occurredAt } },
  ];
}

/** A pair has no direction: the smaller id stands first, whoever was open when it was said. */
function pairOf({ personId, otherId }: { personId: PersonId; otherId: PersonId }): Row {
  const [first = personId, second = otherId] = [personId, otherId].sort();
  return { person_id: first, other_id: second };
}
