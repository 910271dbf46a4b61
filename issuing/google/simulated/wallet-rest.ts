import { faultyFields, issuerOf } from './check-resource.ts';
import { type Resource, refused, type SimulatorAnswer, type SimulatorState } from './simulator-state.ts';

export interface RestRequest {
  readonly method: string;
  /** Behind the base address: `/genericObject/issuer.suffix`. */
  readonly path: string;
  readonly token: string | undefined;
  readonly body: Record<string, unknown>;
}

const mostPerSecond = 20;
const mostNotices = 3;
const dayMs = 86_400_000;

/** Google's REST interface as it is documented: no delete, 409 on a second insert, quotas. */
export function answerRest(state: SimulatorState, request: RestRequest): SimulatorAnswer {
  const signedIn = request.token === undefined ? undefined : state.tokens.get(request.token);
  if (!signedIn || signedIn.endsAtMs <= state.tokenNowMs())
    return refused(401, 'authError', 'Request had invalid authentication credentials.');
  if (isTooFast(state)) return refused(429, 'rateLimitExceeded', 'Quota exceeded for requests per second.');
  const { method, path } = request;
  if (method === 'POST' && path === '/privateContent/setPassUpdateNotice')
    return acceptNotice(state, signedIn.mail, request.body);
  const [, resource, id, verb] =
    /^\/(genericClass|genericObject)(?:\/([^/]+))?(?:\/(addMessage))?$/.exec(path) ?? [];
  if (!resource) return refused(404, 'notFound', 'Not found.');
  const kind = resource === 'genericClass' ? 'class' : 'object';
  const target = {
    kind,
    id: id === undefined ? undefined : decodeURIComponent(id),
    mail: signedIn.mail,
  } as const;
  if (method === 'POST' && id === undefined) return insert(state, target, request.body);
  if (method === 'POST' && verb === 'addMessage') return addMessage(state, target, request.body);
  if (method === 'GET' && id === undefined) return list(state, target);
  if (method === 'GET') return get(state, target);
  if (method === 'PATCH' || method === 'PUT') return change(state, target, request.body, method);
  return refused(405, 'httpMethodNotAllowed', 'Method not allowed.');
}

interface Target {
  readonly kind: 'class' | 'object';
  readonly id: string | undefined;
  readonly mail: string;
}

function insert(state: SimulatorState, target: Target, body: Record<string, unknown>): SimulatorAnswer {
  const fields = faultyFields(target.kind, body);
  if (fields.length > 0) return refused(400, 'invalid', 'Invalid value.', fields);
  const resource = body as Resource;
  if (!mayAct(state, target.mail, resource.id)) return forbidden;
  const known = resourcesOf(state, target.kind);
  if (known.has(resource.id)) return refused(409, 'existingResource', 'The resource exists already.');
  if (target.kind === 'object' && !state.classes.has(String(body.classId)))
    return refused(404, 'classNotFound', 'The class of this object does not exist.');
  known.set(resource.id, resource);
  return { status: 200, body: resource };
}

function change(
  state: SimulatorState,
  target: Target,
  body: Record<string, unknown>,
  method: 'PATCH' | 'PUT',
): SimulatorAnswer {
  if (!mayAct(state, target.mail, target.id)) return forbidden;
  const known = state[target.kind === 'class' ? 'classes' : 'objects'].get(target.id ?? '');
  if (!known) return refused(404, 'resourceNotFound', 'The resource does not exist.');
  const next = { ...(method === 'PATCH' ? known : {}), ...body, id: known.id };
  const fields = faultyFields(target.kind, next);
  if (fields.length > 0) return refused(400, 'invalid', 'Invalid value.', fields);
  resourcesOf(state, target.kind).set(known.id, next);
  return { status: 200, body: next };
}

function get(state: SimulatorState, target: Target): SimulatorAnswer {
  if (!mayAct(state, target.mail, target.id)) return forbidden;
  const known = resourcesOf(state, target.kind).get(target.id ?? '');
  return known
    ? { status: 200, body: known }
    : refused(404, 'resourceNotFound', 'The resource does not exist.');
}

function list(state: SimulatorState, target: Target): SimulatorAnswer {
  const resources = [...resourcesOf(state, target.kind).values()].filter(({ id }) =>
    mayAct(state, target.mail, id),
  );
  return { status: 200, body: { resources, pagination: { resultsPerPage: resources.length } } };
}

function addMessage(state: SimulatorState, target: Target, body: Record<string, unknown>): SimulatorAnswer {
  if (!mayAct(state, target.mail, target.id)) return forbidden;
  const known = resourcesOf(state, target.kind).get(target.id ?? '');
  if (!known) return refused(404, 'resourceNotFound', 'The resource does not exist.');
  const message = (body.message ?? {}) as Record<string, unknown>;
  if (typeof message.header !== 'string' || typeof message.body !== 'string')
    return refused(400, 'invalid', 'Invalid value.', ['message.header', 'message.body']);
  if (message.messageType === 'TEXT_AND_NOTIFY') {
    const recent = (state.noticesMs.get(known.id) ?? []).filter((at) => at > state.nowMs() - dayMs);
    if (recent.length >= mostNotices)
      return refused(403, 'QuotaExceededException', 'QuotaExceeded: notifications of this pass.');
    state.noticesMs.set(known.id, [...recent, state.nowMs()]);
  }
  const earlier = ((known.messages ?? []) as { id?: unknown }[]).filter(({ id }) => id !== message.id);
  const next = { ...known, messages: [...earlier, message] };
  resourcesOf(state, target.kind).set(known.id, next);
  return { status: 200, body: { resource: next } };
}

function acceptNotice(state: SimulatorState, mail: string, body: Record<string, unknown>): SimulatorAnswer {
  const missing = ['externalPassId', 'updatedPassJwtSignature', 'updateUri'].filter(
    (name) => typeof body[name] !== 'string' || body[name] === '',
  );
  if (missing.length > 0) return refused(400, 'invalid', 'Invalid value.', missing);
  if (!mayAct(state, mail, String(body.externalPassId))) return forbidden;
  state.privateNotices.push(body);
  return { status: 200, body: {} };
}

const forbidden = refused(403, 'permissionDenied', 'Permission denied for this issuer.');

function mayAct(state: SimulatorState, mail: string, id: string | undefined): boolean {
  const issuerId = issuerOf(id);
  return issuerId !== undefined && (state.issuers.get(issuerId)?.has(mail) ?? false);
}

function resourcesOf(state: SimulatorState, kind: Target['kind']): Map<string, Resource> {
  return kind === 'class' ? state.classes : state.objects;
}

function isTooFast({ requestsMs, nowMs }: SimulatorState): boolean {
  const now = nowMs();
  while (requestsMs[0] !== undefined && requestsMs[0] <= now - 1000) requestsMs.shift();
  requestsMs.push(now);
  // One more than the limit is let through: two clocks never cut a second at the same place.
  return requestsMs.length > mostPerSecond + 1;
}
