import { isIP } from 'node:net';
import type { WebhookType } from '../../../contracts/api/webhook-contract.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Headquarters } from '../../headquarters.ts';
import { type CentreDb, inCentre, inCentreUnlessRefused } from '../../store/open-databases.ts';
import { addEndpoint, changeSecret, endpointsOf, holdEndpoint } from '../../store/webhook-endpoints.ts';
import { isPublicAddress, readNetworks } from './allowed-address.ts';
import { newWebhookSecret, sealSecret } from './webhook-secret.ts';

const MOST_ENDPOINTS = 20;
const OLD_SECRET_MINUTES = 24 * 60;

export interface RegisterEndpoint {
  readonly url: string;
  readonly types: readonly WebhookType[];
  readonly actor: string;
}

export interface NewEndpoint {
  readonly endpointId: string;
  readonly secret: string;
}

export type RegisterEndpointRefusal =
  | 'url-wrong'
  | 'url-not-https'
  | 'address-refused'
  | 'endpoint-known'
  | 'too-many-endpoints';

/** Lets an existing system hear of events; its secret is answered now and never again. */
export function registerEndpoint(
  headquarters: Headquarters,
  centre: string,
  command: RegisterEndpoint,
): Promise<Result<NewEndpoint, RegisterEndpointRefusal>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre, (db) =>
    registerEndpointIn(headquarters, db, centre, command),
  );
}

/** The same in a transaction. */
export async function registerEndpointIn(
  headquarters: Headquarters,
  db: CentreDb,
  centre: string,
  { url, types, actor }: RegisterEndpoint,
): Promise<Result<NewEndpoint, RegisterEndpointRefusal>> {
  const { key, newId, now } = headquarters;
  const target = tidyUrl(headquarters, url);
  if (!target.ok) return target;
  const endpointId = newId();
  const secret = newWebhookSecret();
  const secretBox = sealSecret(key, centre, endpointId, secret);
  const known = await endpointsOf(db);
  if (known.length >= MOST_ENDPOINTS) return refuse('too-many-endpoints');
  if (known.some((each) => each.url === target.value)) return refuse('endpoint-known');
  const endpoint = { id: endpointId, url: target.value, types, secretBox };
  await addEndpoint(db, centre, { ...endpoint, createdAt: now(), createdBy: actor });
  return accept({ endpointId, secret });
}

export interface NewSecret {
  readonly secret: string;
  readonly oldSecretUntil: Instant;
}

/** Gives an endpoint another secret; the one before signs too for a day. Undefined for one that is not there. */
export function rotateSecret(
  headquarters: Headquarters,
  centre: string,
  endpointId: string,
): Promise<NewSecret | undefined> {
  return inCentre(headquarters.databases.app, centre, (db) =>
    rotateSecretIn(headquarters, db, centre, endpointId),
  );
}

/** The same in a transaction. */
export async function rotateSecretIn(
  { key, now }: Headquarters,
  db: CentreDb,
  centre: string,
  endpointId: string,
): Promise<NewSecret | undefined> {
  const secret = newWebhookSecret();
  const secretBox = sealSecret(key, centre, endpointId, secret);
  const until = addMinutes(now(), OLD_SECRET_MINUTES);
  const endpoint = await holdEndpoint(db, endpointId);
  if (!endpoint) return undefined;
  await changeSecret(db, endpointId, { secretBox, old: { box: endpoint.secretBox, until } });
  return { secret, oldSecretUntil: until };
}

/** What can be told of an address before anybody speaks to it. */
function tidyUrl(
  { webhooks }: Headquarters,
  text: string,
): Result<string, 'url-wrong' | 'url-not-https' | 'address-refused'> {
  if (!URL.canParse(text)) return refuse('url-wrong');
  const url = new URL(text);
  const allowed = readNetworks(webhooks?.allowedNetworks ?? []);
  if (!['https:', 'http:'].includes(url.protocol) || url.username || url.password || url.hash)
    return refuse('url-wrong');
  const isPlain = url.protocol === 'http:';
  if (isPlain && allowed.isEmpty) return refuse('url-not-https');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allowed.has(host) && (isPlain || !isPublicAddress(host)))
    return refuse('address-refused');
  return accept(url.href);
}
