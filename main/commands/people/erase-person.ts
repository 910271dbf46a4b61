import type { PersonId, StaffId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { decideErase } from '../../../domain/people/erase-person.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { loadPerson, seriesOf } from '../../histories/person-history.ts';
import { eraseTraces } from '../../store/erase-traces.ts';
import { restrictedDueBy } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { leaveNoTraces } from '../../store/traces-left.ts';
import { runCommand, type StreamEvents } from '../run-command.ts';

export interface ErasePersonInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  /** The second person who agreed; absent where a deadline alone erases. */
  readonly approvedBy?: StaffId | undefined;
  /** Until when headquarters keeps the record, where the centre belongs to one. */
  readonly keptUntil?: PlainDate | undefined;
}

/** What became of the request: done, or waiting for the day on which the law lets go. */
export interface Erasure {
  readonly outcome: 'erased' | 'restricted';
  readonly eraseFrom?: PlainDate;
}

/**
 * Answers a request to be erased, for everybody who is linked as the same person. Erasing destroys the keys and takes
 * every personal byte out of the store in the same transaction; the facts and the chain stay.
 */
export function erasePerson(
  station: Writes,
  actor: Actor,
  input: ErasePersonInput,
): Result<Erasure, 'person-unknown' | 'already-requested'> {
  const result = eraseRecord(station, actor, input);
  if (result.ok && result.value.outcome === 'erased') leaveNoTraces(station.db);
  return result;
}

function eraseRecord(
  station: Writes,
  actor: Actor,
  { requestId, personId, approvedBy, keptUntil }: ErasePersonInput,
): Result<Erasure, 'person-unknown' | 'already-requested'> {
  const { db } = station;
  return runCommand<Erasure, 'person-unknown' | 'already-requested'>(
    station,
    { name: 'erase-person', actor, requestId },
    () => {
      const people = linkedSetOf(db, personId);
      const lastDoseOn = lastDoseOf(station, people);
      const today = plainDateAt(station.now(), station.settings.timeZone);
      const streams: StreamEvents[] = [];
      for (const each of people) {
        const decided = decideErase(loadPerson(db, each).person, {
          personId: each,
          lastDoseOn,
          keptUntil,
          today,
          approvedBy,
        });
        if (!decided.ok && each === personId) return decided;
        if (decided.ok) streams.push({ stream: each, events: decided.value });
      }
      const restricted = streams
        .flatMap(({ events }) => events)
        .find((event) => event.type === 'PersonRestricted');
      if (restricted?.type === 'PersonRestricted')
        return accept({
          stream: personId,
          events: [],
          also: streams,
          value: waiting(restricted.data.eraseFrom),
        });
      for (const { stream } of streams) eraseTraces(db, stream as PersonId, station.now());
      return accept({ stream: personId, events: [], also: streams, value: { outcome: 'erased' } });
    },
  );
}

/** Erases everybody whose deadline has passed, by a clock that is to be trusted: it cannot be undone. Answers how many. */
export function eraseDuePeople(station: Writes): number {
  if (!station.clock.isTrusted()) return 0;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const due = restrictedDueBy(station.db, today);
  for (const personId of due) eraseRecord(station, 'station', { personId });
  if (due.length > 0) leaveNoTraces(station.db);
  return due.length;
}

function lastDoseOf({ db }: Writes, people: readonly PersonId[]): PlainDate | undefined {
  return seriesOf(db, people)
    .doses.filter(({ isElsewhere }) => !isElsewhere)
    .map(({ givenOn }) => givenOn)
    .sort()
    .at(-1);
}

function waiting(eraseFrom: PlainDate | undefined): Erasure {
  return { outcome: 'restricted', ...(eraseFrom ? { eraseFrom } : {}) };
}
