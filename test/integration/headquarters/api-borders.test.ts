import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../../../headquarters/features/tokens/create-api-client.ts';
import { type ApiCentres, apiClient, openApiCentres, passForm, pathOf } from '../../support/api-client.ts';
import { asOwner } from '../../support/headquarters.ts';

let opened: ApiCentres;
beforeAll(async () => {
  opened = await openApiCentres();
});
afterAll(() => opened.test.close());

const { aKey, ask, aToken, freeSlot } = apiClient(() => opened);

describe('a request that comes again', () => {
  it('gets the first answer and makes nothing new, also when both come at the same moment', async () => {
    const key = aKey();
    const [one, other] = await Promise.all([
      ask('/passes', passForm(), { key }),
      ask('/passes', passForm(), { key }),
    ]);
    const again = await ask('/passes', passForm(), { key });
    const made = [one, other].filter(({ status }) => status === 201);
    expect([one, other].every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(made.map(({ body }) => body.passId))).toEqual(new Set([again.body.passId]));
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('is refused with another body, and belongs to its client and centre alone', async () => {
    const key = aKey();
    const first = await ask('/passes', passForm(), { key });
    const changed = await ask('/passes', passForm({ mayMail: true }), { key });
    expect(changed).toMatchObject({ status: 409, body: { type: 'urn:impfpass:problem:key-reused' } });
    for (const token of [await aToken('nord'), opened.sued]) {
      const theirs = await ask('/passes', passForm(), { key, token });
      expect(theirs.status).toBe(201);
      expect(theirs.body.passId).not.toBe(first.body.passId);
    }
  });

  it('leaves neither the form nor the private link readable in the table', async () => {
    const { body } = await ask('/passes', passForm());
    const rows = await asOwner(opened.test.database.url, async (client) => {
      await client.query("SELECT set_config('headquarters.centre', 'nord', false)");
      return (await client.query("SELECT *, encode(answer_box, 'escape') AS words FROM api_request")).rows;
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('Mustermann');
    expect(JSON.stringify(rows)).not.toContain(body.passId);
  });

  it('needs its key', async () => {
    expect((await ask('/passes', passForm(), { key: '' })).status).toBe(400);
  });
});

describe('what a client may', () => {
  it('ends at its scopes', async () => {
    const scans = await aToken('nord', ['scans']);
    const passes = await aToken('nord', ['passes']);
    const answers = await Promise.all([
      ask('/passes', passForm(), { token: scans }),
      ask('/messages', {}, { token: scans }),
      ask('/slots', undefined, { token: passes }),
      ask('/scans', { text: 'x' }, { token: passes }),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(body.type).toBe('urn:impfpass:problem:not-permitted');
    }
    expect((await ask('/passes', passForm(), { token: 'none' })).status).toBe(401);
  });

  it('ends at its centre: what belongs to another is not there', async () => {
    const slotIds = [await freeSlot('2026-11-30', opened.sued), await freeSlot('2026-12-21', opened.sued)];
    const { body: pass } = await ask('/passes', passForm({ slotIds }), { token: opened.sued });
    const { body: own } = await ask('/passes', passForm());
    const [{ appointmentId }] = pass.appointments;
    const slotId = await freeSlot('2026-12-22');
    const answers = [
      await ask(`/passes/${pass.passId}`),
      await ask(`/passes/${pass.passId}?reason=lost`, undefined, { method: 'DELETE' }),
      await ask('/appointments', { passId: pass.passId, dose: 1, slotId }),
      await ask(`/appointments/${appointmentId}/move`, { slotId }),
      await ask(`/appointments/${appointmentId}/cancel`, undefined, { method: 'POST' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const theirSlot = await freeSlot('2026-12-22', opened.sued);
    const foreign = await ask('/appointments', { passId: own.passId, dose: 1, slotId: theirSlot });
    expect(foreign).toMatchObject({ status: 422, body: { detail: 'slot-unknown' } });
    const still = await ask(`/passes/${pass.passId}`, undefined, { token: opened.sued });
    expect(still.body).toEqual(pass);
  });
});

describe('the OpenAPI document', () => {
  it('is valid 3.1 and tells every route with its scope', async () => {
    const document = (await opened.test.app.inject('/api/v1/openapi.json')).json();
    expect(await new Validator().validate(document)).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).toSorted()).toEqual([
      '/api/v1/appointments',
      '/api/v1/appointments/{appointmentId}/cancel',
      '/api/v1/appointments/{appointmentId}/move',
      '/api/v1/messages',
      '/api/v1/passes',
      '/api/v1/passes/{passId}',
      '/api/v1/scans',
      '/api/v1/slots',
      '/api/v1/templates',
      '/api/v1/webhooks',
      '/api/v1/webhooks/{endpointId}',
      '/api/v1/webhooks/{endpointId}/rotate-secret',
    ]);
    expect(document.paths['/api/v1/scans'].post.security).toEqual([{ oauth2: ['scans'] }]);
  });
});

describe("the example of a foreign page's form", () => {
  it('makes one pass through its own server, also when it is sent twice', async () => {
    const { clientId, clientSecret } = await createApiClient(opened.test.headquarters, 'nord', 'Seite', [
      'passes',
    ]);
    const headquarters = await opened.test.app.listen({ port: 0, host: '127.0.0.1' });
    const child = spawn(process.execPath, ['docs/api/example-server.mjs'], {
      env: { HEADQUARTERS: headquarters, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
      const place = String(line).trim();
      const page = await (await fetch(place)).text();
      expect(page).toContain('action="/register"');
      const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const fields = { ...passForm().person, key, consent: 'yes' };
      const send = (more = {}) =>
        fetch(`${place}/register`, {
          method: 'POST',
          redirect: 'manual',
          body: new URLSearchParams({ ...fields, ...more }),
        });
      const first = await send();
      expect(first.status).toBe(303);
      const link = String(first.headers.get('location'));
      expect((await opened.test.app.inject(pathOf(link))).statusCode).toBe(200);
      expect((await send()).headers.get('location')).toBe(link);
      expect((await send({ key: 'another-key', consent: 'no' })).status).toBe(422);
    } finally {
      child.kill();
    }
  });
});

describe('a body that is not what it seems', () => {
  const send = async (payload: string) => {
    const answer = await opened.test.app.inject({
      method: 'POST',
      url: '/api/v1/passes',
      headers: {
        authorization: `Bearer ${await aToken('nord')}`,
        'content-type': 'application/json',
        'idempotency-key': aKey(),
      },
      payload,
    });
    return { status: answer.statusCode, type: (answer.json() as { type: string }).type };
  };

  it.each([
    ['a name twice', JSON.stringify(passForm()).replace('{', '{"mayMail":true,"mayMail":false,')],
    ['a name twice further in', `{"person":{"givenName":"Anna","givenName":"Otto"}}`],
    ['brackets without end', '['.repeat(200_000)],
    ['a prototype', '{"__proto__":{"mayMail":true}}'],
    ['nothing', ''],
  ])('%s is refused as not valid', async (_, payload) => {
    expect(await send(payload)).toEqual({ status: 400, type: 'urn:impfpass:problem:not-valid' });
  });
});
