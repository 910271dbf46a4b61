import type { StationEvent } from '../../../domain/station-event.ts';
import { seal } from '../../../ledger/sealing.ts';
import type { Headquarters } from '../../headquarters.ts';
import { recordOwn } from '../../store/feed.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { planWebhooks } from '../webhooks/plan-webhooks.ts';

export interface OwnEvents {
  readonly centre: string;
  readonly stream: string;
  readonly actor: string;
  readonly events: readonly StationEvent[];
  /** Of the stream's person; needed where an event has a personal part. */
  readonly key?: Uint8Array;
}

/** Records what headquarters decided, personal parts sealed; the feed writer chains it. */
export async function recordEvents(
  headquarters: Headquarters,
  db: CentreDb,
  { centre, stream, actor, events, key }: OwnEvents,
): Promise<void> {
  const { newId, now } = headquarters;
  const drafts = events.map((event) => {
    const id = newId();
    const { personal, ...open } = event.data as { personal?: unknown };
    if (personal !== undefined && !key) throw new Error('a personal event without its key');
    const data = personal === undefined || !key ? open : { ...open, personal: seal(key, id, personal) };
    return {
      id,
      stream,
      type: event.type,
      version: event.version,
      occurredAt: now(),
      actor,
      data: JSON.stringify(data),
    };
  });
  await recordOwn(db, centre, drafts);
  await planWebhooks(headquarters, db, centre, drafts);
}
