import { cardFollowsPass } from '../../domain/follow-ups/issuing-follow-ups.ts';
import type { RecordedEvent } from '../../domain/station-event.ts';
import type { Writes } from '../context.ts';
import { googleUseOf } from '../queries/wallets/google-use-of.ts';
import { enqueue } from '../store/outbox/outbox.ts';
import { googleObjectOf } from '../store/tables/wallets/google-objects.ts';

type PassChange = Parameters<typeof cardFollowsPass.follow>[0][number];

/**
 * What headquarters decided on passes goes on to the cards that this station brought to Google. Nothing
 * else follows here from events of others.
 */
export function followReceived(
  { db, now }: Pick<Writes, 'db' | 'now'>,
  received: readonly RecordedEvent[],
): void {
  const { outbox = [] } = cardFollowsPass.follow(received.filter(isPassChange), {
    googleWallet: () => googleUseOf(db),
    hasGoogleCard: (passId) => googleObjectOf(db, passId) !== undefined,
  });
  enqueue(db, now(), outbox);
}

function isPassChange(recorded: RecordedEvent): recorded is PassChange {
  const { type } = recorded.event;
  return (
    type === 'PassIssued' || type === 'PassUpdated' || type === 'PassRedesigned' || type === 'PassVoided'
  );
}
