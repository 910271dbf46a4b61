import { createHash } from 'node:crypto';
import type { HandOverRequest, PassMailRequest } from '../../../contracts/sync/hand-over-contract.ts';
import type { MessageKind } from '../../../domain/messages/message-kind.ts';
import type { Headquarters } from '../../headquarters.ts';
import { planDelivery } from '../../store/deliveries.ts';
import { inCentre } from '../../store/open-databases.ts';
import { validPassesOf } from '../../store/passes.ts';
import { personalLink } from '../booking/personal-link.ts';
import { MAIL } from '../messages/plan-messages.ts';
import type { Caller } from '../tokens/authenticate.ts';

/** The private page of somebody with a pass, for the desk where they stand. */
export async function handOver(
  headquarters: Headquarters,
  { centre }: Caller,
  { personId }: HandOverRequest,
): Promise<{ url?: string }> {
  const [pass] = await inCentre(headquarters.databases.app, centre, (db) => validPassesOf(db, [personId]));
  return pass ? { url: personalLink(headquarters, centre, personId) } : {};
}

/** The mail with a pass that the desk asked for, and those of the family to the same address. */
export async function mailPasses(
  { databases, now }: Headquarters,
  { centre }: Caller,
  { personId, alsoFor = [], workId }: PassMailRequest,
): Promise<{ planned: number }> {
  const people = [personId, ...alsoFor];
  await inCentre(databases.app, centre, async (db) => {
    for (const each of people) {
      const id = createHash('sha256').update(`${workId} ${each}`).digest('hex');
      const payload = { message: 'pass-ready' satisfies MessageKind, to: personId };
      await planDelivery(db, centre, { id, kind: MAIL, personId: each, payload, dueAt: now() });
    }
  });
  return { planned: people.length };
}
