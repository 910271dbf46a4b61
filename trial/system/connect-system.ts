import { webhookTypes } from '../../contracts/api/webhook-contract.ts';
import { registerEndpoint } from '../../headquarters/features/webhooks/endpoints.ts';
import type { Headquarters } from '../../headquarters/headquarters.ts';
import { inCentre } from '../../headquarters/store/open-databases.ts';
import { endpointsOf, removeEndpoint } from '../../headquarters/store/webhook-endpoints.ts';
import { type ConnectedSystem, endpointPath } from './serve-system.ts';

/** Lets the trial's system hear of everything; the one of the last start listens no longer. */
export async function connectSystem(
  headquarters: Headquarters,
  centre: string,
  system: ConnectedSystem,
): Promise<void> {
  await inCentre(headquarters.databases.app, centre, async (db) => {
    for (const { id, url } of await endpointsOf(db))
      if (new URL(url).pathname === endpointPath) await removeEndpoint(db, id);
  });
  const wish = { url: system.endpoint, types: webhookTypes, actor: 'trial' };
  const made = await registerEndpoint(headquarters, centre, wish);
  if (!made.ok) throw new Error(`the system of the trial was not let in: ${made.refusal}`);
  system.verifyBy(made.value.secret);
}
