import { errorFacts } from '../../../domain/kernel/error-facts.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { addMessage, dropUntoldMessages, forgetMessagesAbout } from '../../store/webhook-deliveries.ts';
import { type Endpoint, endpointsOf } from '../../store/webhook-endpoints.ts';
import { loadPerson } from '../passes/person-history.ts';
import { mayBeTold, webhookBodyOf } from './webhook-body.ts';

/** An event that was just written. */
export interface NewlyRecorded {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly occurredAt: string;
}

/**
 * Writes down what the centre's existing systems are to hear of events, one row for each endpoint. Call it in the
 * transaction that the events are written in: what is committed will be sent, whatever ends in between.
 */
export async function planWebhooks(
  headquarters: Headquarters,
  db: CentreDb,
  centre: string,
  events: readonly NewlyRecorded[],
): Promise<void> {
  for (const event of events) await takeBack(db, event);
  const told = events.filter(({ type }) => mayBeTold(type));
  if (told.length === 0) return;
  const endpoints = (await endpointsOf(db)).filter(({ standing }) => standing === 'on');
  const wanted = told.filter((event) => endpoints.some((endpoint) => isSince(endpoint, event)));
  for (const [person, ids] of byPerson(wanted)) {
    try {
      await planFor(headquarters, db, { centre, person: person as PersonId, ids, endpoints });
    } catch (error) {
      // A station may have written what makes no sense: that refuses nobody's push. A database that fails does.
      if (!(error instanceof TypeError)) throw error;
      headquarters.log.warn({ code: 'webhook-not-made', ...errorFacts(error) });
    }
  }
}

/** What waits since before somebody was restricted or erased would otherwise still be told of them. */
async function takeBack(db: CentreDb, { type, stream }: NewlyRecorded): Promise<void> {
  if (type === 'PersonRestricted') await dropUntoldMessages(db, stream);
  if (type === 'PersonErased') await forgetMessagesAbout(db, stream);
}

interface PersonEvents {
  readonly centre: string;
  readonly person: PersonId;
  readonly ids: ReadonlySet<string>;
  readonly endpoints: readonly Endpoint[];
}

async function planFor(
  headquarters: Headquarters,
  db: CentreDb,
  { centre, person, ids, endpoints }: PersonEvents,
): Promise<void> {
  const known = await loadPerson(headquarters, db, centre, person);
  // A restricted record is kept, and nothing of it is passed on.
  if (known.person.status === 'restricted') return;
  for (const recorded of known.history.filter(({ id }) => ids.has(id))) {
    const body = webhookBodyOf(recorded, known);
    const to = endpoints.filter(
      (endpoint) => body && endpoint.types.includes(body.type) && isSince(endpoint, recorded),
    );
    if (!body || to.length === 0) continue;
    await addMessage(
      db,
      centre,
      { id: `msg_${recorded.id}`, type: body.type, body: JSON.stringify(body) },
      { endpoints: to.map(({ id }) => id), at: headquarters.now() },
    );
  }
}

/** A centre that joins pushes years of its past: whoever registers hears of what happens from then on. */
function isSince({ createdAt }: Endpoint, { occurredAt }: { readonly occurredAt: string }): boolean {
  return (occurredAt as Instant) >= createdAt;
}

function byPerson(events: readonly NewlyRecorded[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { stream, id } of events) {
    const ids = found.get(stream) ?? new Set();
    found.set(stream, ids.add(id));
  }
  return found;
}
