import type { PersonId } from '../../domain/kernel/ids.ts';
import type { AnnouncedField } from '../../domain/passes/events.ts';
import { type DoseState, decideUpdate } from '../../domain/passes/pass.ts';
import type { StreamEvents } from '../commands/run-command.ts';
import { loadPerson } from '../histories/person-history.ts';
import type { ReadableDb } from '../store/database.ts';
import type { OutboxDraft } from '../store/outbox/outbox.ts';

/** What becomes of the passes of some people when their series stands at `doses`; passes that say so already stay. */
export function passUpdates(
  db: ReadableDb,
  people: readonly PersonId[],
  doses: DoseState,
  announced?: AnnouncedField,
): { streams: StreamEvents[]; outbox: OutboxDraft[] } {
  const streams = people.flatMap((personId): StreamEvents[] => {
    const { pass } = loadPerson(db, personId);
    if (pass.status !== 'valid' || isSame(pass.doses, doses)) return [];
    return [{ stream: personId, events: decideUpdate(pass, doses, announced) }];
  });
  const updates = streams.flatMap(({ events }) => events);
  const outbox = updates.flatMap((event): OutboxDraft[] =>
    event.type === 'PassUpdated' ? [{ kind: 'sign-pass', subject: event.data.passId }] : [],
  );
  return { streams, outbox };
}

function isSame(one: DoseState, other: DoseState): boolean {
  return one.doseCount === other.doseCount && one.lastDoseOn === other.lastDoseOn;
}
