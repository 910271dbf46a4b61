import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../../../headquarters/features/tokens/create-api-client.ts';
import { startWebhookSender } from '../../../headquarters/jobs/webhook-sender.ts';
import { type ClientOptions, HeadquartersClient, type Scope, verifyWebhook } from '../../../sdk/index.ts';
import { passForm, pathOf } from '../../support/api-client.ts';
import { aProxy, closeProxies } from '../../support/api-proxy.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, openOnlineDays } from '../../support/headquarters-station.ts';
import { untilSo } from '../../support/until-so.ts';
import { startWebhookReceiver } from '../../support/webhook-receiver.ts';

const scopes: readonly Scope[] = ['passes', 'appointments', 'scans', 'webhooks'];
let test: TestHeadquarters;
let address: string;
let sender: { close(): Promise<void> };

beforeAll(async () => {
  test = await aHeadquarters({
    parts: { webhooks: { allowedNetworks: ['127.0.0.0/8'], deadlineMs: 5_000 } },
  });
  await aCentre(test, 'nord');
  await openOnlineDays(test, 'nord', ['2026-11-30', '2026-12-21'], 2);
  sender = startWebhookSender(test.headquarters);
  address = await test.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(closeProxies);
afterAll(async () => {
  await sender.close();
  await test.close();
});

async function aClient(more: Partial<ClientOptions> = {}): Promise<HeadquartersClient> {
  const { clientId, clientSecret } = await createApiClient(test.headquarters, 'nord', 'Scanner', scopes);
  return new HeadquartersClient({ address, clientId, clientSecret, scopes, ...more });
}

/** What the barcode of a pass says. */
async function scanTextOf(link = ''): Promise<string> {
  const file = await test.app.inject(pathOf(link));
  return JSON.parse(Buffer.from(unzipSync(file.rawPayload)['pass.json'] ?? []).toString()).barcodes[0]
    .message;
}

const form = () => passForm() as never;

describe('the client', () => {
  it('has a method for each operation of the API, and each works', async () => {
    const used = new Set<string>();
    const recording: typeof fetch = (url, init) => {
      used.add(`${init?.method} ${new URL(String(url)).pathname}`);
      return fetch(url, init);
    };
    const receiver = await startWebhookReceiver();
    const client = await aClient({ fetch: recording });
    const hook = await client.registerWebhook({ url: receiver.url });
    expect(await client.listWebhooks()).toMatchObject([{ endpointId: hook.endpointId, standing: 'on' }]);
    expect((await client.listTemplates()).some(({ isCurrent }) => isCurrent)).toBe(true);
    const slots = await client.listSlots({ birthDate: '1964-08-12' });
    const [first = '', second = ''] = ['2026-11-30', '2026-12-21'].map(
      (day) => slots.find((slot) => slot.day === day)?.slotId,
    );
    const pass = await client.createPass({ ...passForm(), slotIds: [first, second] } as never);
    expect(pass.appointments).toHaveLength(2);
    expect(await client.getPass(pass.passId)).toEqual(pass);
    const [, date] = pass.appointments;
    const other = slots.find(({ day, slotId }) => day === '2026-12-21' && slotId !== second)?.slotId ?? '';
    const moved = await client.moveAppointment(date?.appointmentId ?? '', other);
    expect(moved.appointments[1]?.startsAt).not.toBe(date?.startsAt);
    const cancelled = await client.cancelAppointment(date?.appointmentId ?? '');
    expect(cancelled.appointments[1]?.status).toBe('cancelled');
    const booked = await client.bookAppointment({ passId: pass.passId, dose: 2, slotId: other });
    expect(booked.appointments.filter(({ status }) => status === 'booked')).toHaveLength(2);
    const message = { de: 'Bitte Maske tragen.', en: 'Please wear a mask.' };
    expect(await client.sendMessage({ passIds: [pass.passId], message })).toEqual([
      { passId: pass.passId, outcome: 'written' },
    ]);
    const scan = await client.reportScan(await scanTextOf(pass.links?.appleWallet));
    expect(scan).toMatchObject({ decision: 'known', passId: pass.passId, doseCount: 0 });
    expect(await client.voidPass(pass.passId, 'lost')).toMatchObject({ status: 'void' });
    const { oldSecretUntil } = await client.rotateWebhookSecret(hook.endpointId);
    expect(Date.parse(oldSecretUntil)).toBeGreaterThan(Date.parse(test.clock.now));
    expect(await client.removeWebhook(hook.endpointId)).toEqual({ endpointId: hook.endpointId });
    await receiver.close();

    const { paths } = (await test.app.inject('/api/v1/openapi.json')).json() as {
      paths: Record<string, Record<string, unknown>>;
    };
    const operations = Object.entries(paths).flatMap(([place, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase(),
        place: new RegExp(`^${place.replace(/\{\w+\}/g, '[^/]+')}$`),
      })),
    );
    expect(operations.length).toBeGreaterThan(10);
    const called = [...used].map((one) => one.split(' ') as [string, string]);
    const missing = operations.filter(
      ({ method, place }) => !called.some(([verb, at]) => verb === method && place.test(at)),
    );
    expect(missing).toEqual([]);
  });

  it('asks for one token for all that is asked at once, and for another when one is not taken any more', async () => {
    let tokens = 0;
    let isSpoiled = false;
    const counting: typeof fetch = (url, init) => {
      if (String(url).endsWith('/oauth/token')) tokens += 1;
      else if (isSpoiled) {
        isSpoiled = false;
        return fetch(url, {
          ...init,
          headers: { ...(init?.headers as object), authorization: 'Bearer ended' },
        });
      }
      return fetch(url, init);
    };
    const client = await aClient({ fetch: counting });
    await Promise.all([client.listSlots(), client.listSlots(), client.listTemplates()]);
    expect(tokens).toBe(1);
    isSpoiled = true;
    await client.listSlots();
    expect(tokens).toBe(2);
  });

  it('says so with a wrong secret, and does not try again', async () => {
    const way = await aProxy(address, '/oauth/token');
    const client = await aClient({ clientSecret: 'wrong', address: way.address });
    const refused = { name: 'ProblemError', status: 401, code: 'not-authenticated' };
    await expect(client.listSlots()).rejects.toMatchObject(refused);
    expect(way.asked).toHaveLength(1);
  });

  it('tells problems by their code, with the reason and the fields', async () => {
    const client = await aClient();
    const [slot] = await client.listSlots({ fromDay: '2026-11-30' });
    const one = client.createPass({ ...passForm(), slotIds: [slot?.slotId ?? ''] } as never);
    await expect(one).rejects.toMatchObject({ code: 'refused', status: 422, detail: 'dates-missing' });
    const wrong = client.createPass({ ...passForm(), consent: false } as never);
    await expect(wrong).rejects.toMatchObject({
      code: 'not-valid',
      errors: [{ pointer: expect.stringContaining('consent') }],
    });
    await expect(client.getPass('0'.repeat(20))).rejects.toMatchObject({ code: 'not-found' });
    const scanner = await aClient({ scopes: ['scans'] });
    await expect(scanner.listSlots()).rejects.toMatchObject({ code: 'not-permitted', status: 403 });
    expect(await scanner.reportScan('not a pass')).toEqual({ decision: 'unknown', reason: 'not-a-pass' });
  });

  it('sends its secret nowhere in the clear, and follows no redirect', async () => {
    for (const place of ['http://impfpass.example', 'ftp://127.0.0.1'])
      await expect(aClient({ address: place })).rejects.toThrow('https://');
    const elsewhere = await aProxy(address, '/nothing');
    const way = await aProxy(address, '/api/v1/slots', {
      status: 307,
      headers: { location: `${elsewhere.address}/nothing` },
    });
    const client = await aClient({ address: way.address, tries: 1 });
    await expect(client.listSlots()).rejects.toMatchObject({ name: 'NoAnswerError' });
    expect(elsewhere.asked).toEqual([]);
  });
});

describe('a webhook', () => {
  it('of headquarters is verified, told by its type, and refused when anything of it was changed', async () => {
    const receiver = await startWebhookReceiver();
    const client = await aClient();
    const { secret, endpointId } = await client.registerWebhook({
      url: receiver.url,
      types: ['pass.created'],
    });
    const { passId } = await client.createPass(form());
    await untilSo(() => receiver.heard.length === 1);
    const [heard] = receiver.heard;
    const { text: body = '', headers = {} } = heard ?? {};
    const told = await verifyWebhook({ body, headers, secret: ['whsec_b3RoZXI=', secret] });
    expect(told).toMatchObject({
      type: 'pass.created',
      id: headers['webhook-id'],
      data: { passId, doseCount: 0 },
    });
    expect(
      await verifyWebhook({
        body: new TextEncoder().encode(body),
        headers: new Headers(headers as never),
        secret,
      }),
    ).toEqual(told);
    const other = `v1,${Buffer.alloc(32).toString('base64')}`;
    const wrong = [
      { body: `${body} ` },
      { headers: { ...headers, 'webhook-id': 'msg_other' } },
      { headers: { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) } },
      { headers: { ...headers, 'webhook-signature': other } },
      { headers: { ...headers, 'webhook-signature': undefined } },
      { secret: 'whsec_b3RoZXI=' },
      { now: Date.now() + 301_000 },
      { now: Date.now() - 301_000 },
    ];
    for (const change of wrong)
      await expect(verifyWebhook({ body, headers, secret, ...change })).rejects.toMatchObject({
        name: 'WebhookError',
      });
    await client.removeWebhook(endpointId);
    await receiver.close();
  });

  it('that the library of the standard signed is taken as well', async () => {
    const secret = `whsec_${Buffer.from('a secret of twenty-four.').toString('base64')}`;
    const body = JSON.stringify({
      type: 'appointment.missed',
      timestamp: '2026-11-30T08:00:00.000Z',
      data: {},
    });
    const at = new Date();
    const signature = new Webhook(secret).sign('msg_1', at, body);
    const headers = {
      'Webhook-Id': 'msg_1',
      'Webhook-Timestamp': String(Math.floor(at.getTime() / 1000)),
      'Webhook-Signature': `v2,x v1,${Buffer.alloc(32).toString('base64')} ${signature}`,
    };
    expect(await verifyWebhook({ body, headers, secret })).toMatchObject({
      id: 'msg_1',
      type: 'appointment.missed',
    });
  });
});

describe('the package', () => {
  it('runs the scanner of its README, from JavaScript alone', async () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-sdk-'));
    const place = path.join(dir, 'node_modules/impfpass-client');
    try {
      mkdirSync(place, { recursive: true });
      await promisify(execFile)('node_modules/.bin/tsc', [
        '-p',
        'sdk/tsconfig.build.json',
        '--outDir',
        place,
      ]);
      cpSync('sdk/package.json', path.join(place, 'package.json'));
      expect(readFileSync(path.join(place, 'index.d.ts'), 'utf8')).toContain('HeadquartersClient');
      const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('sdk/README.md', 'utf8')) ?? [];
      writeFileSync(path.join(dir, 'scanner.mjs'), example);
      const { clientId, clientSecret } = await createApiClient(test.headquarters, 'nord', 'Scanner', [
        'scans',
      ]);
      const pass = await (await aClient()).createPass(form());
      const env = { HEADQUARTERS: address, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret };
      const scanner = spawn(process.execPath, ['scanner.mjs'], {
        cwd: dir,
        env,
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      scanner.stdin.end(`${await scanTextOf(pass.links?.appleWallet)}\nnot a pass\n`);
      let said = '';
      scanner.stdout.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
      await once(scanner, 'close');
      expect(said.trim().split('\n')).toEqual(['valid, 0 doses', 'unknown: not-a-pass']);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
