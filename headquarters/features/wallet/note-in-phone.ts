import type { PassHandedOver } from '../../../domain/passes/events.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import type { KeptPass } from '../../store/passes.ts';
import { loadPerson } from '../passes/person-history.ts';
import { recordEvents } from '../passes/record-events.ts';

/** The desk may say that a card in a phone changes once a phone asked to be told of it; recorded once for each person. */
export async function noteInPhone(
  headquarters: Headquarters,
  db: CentreDb,
  centre: string,
  { passId, personId, revision }: KeptPass,
): Promise<void> {
  const { history, person } = await loadPerson(headquarters, db, centre, personId);
  // Of somebody erased nothing more is told.
  if (person.status === 'erased') return;
  const isKnown = history.some(
    ({ event }) => event.type === 'PassHandedOver' && event.data.way === 'apple-wallet',
  );
  if (isKnown) return;
  const event: PassHandedOver = {
    type: 'PassHandedOver',
    version: 1,
    data: { passId, personId, revision, way: 'apple-wallet' },
  };
  const what = { centre, stream: personId, actor: 'headquarters', events: [event] };
  await recordEvents(headquarters, db, what);
}
