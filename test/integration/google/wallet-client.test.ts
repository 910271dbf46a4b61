import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { genericClass } from '../../../issuing/google/generic-class.ts';
import { genericObject } from '../../../issuing/google/generic-object.ts';
import { googleSentences } from '../../../issuing/google/google-fault.ts';
import { saveJwt } from '../../../issuing/google/save-link.ts';
import { readSaveJwt } from '../../../issuing/google/simulated/check-save-jwt.ts';
import {
  type GoogleSimulator,
  startGoogleSimulator,
} from '../../../issuing/google/simulated/start-simulator.ts';
import { createWalletClient, type WalletClient } from '../../../issuing/google/wallet-client.ts';
import type { WalletMessage } from '../../../issuing/google/wallet-resources.ts';
import { makeAccount, testGoogleAccount, testIssuerId } from '../../support/google-account.ts';
import { aPass } from '../../support/pass-facts.ts';

const { account } = testGoogleAccount();
const template = standardTemplate('Impfzentrum Musterstadt');
const now = '2026-11-20T08:00:00.000Z' as Instant;
const body = genericClass(template, { issuerId: testIssuerId });
const card = (passId?: string) =>
  genericObject(passContent(aPass(passId).facts(), template), template, { issuerId: testIssuerId, now });
const message = (id: string, messageType: WalletMessage['messageType']): WalletMessage => {
  const words = { defaultValue: { language: 'de', value: 'Neu' } };
  return { id, messageType, header: 'Neu', body: 'Neu', localizedHeader: words, localizedBody: words };
};

let google: GoogleSimulator;
let client: WalletClient;
let clockMs = 0;
let slept: number[] = [];
/** Pauses pass at once, and are written down. */
const clock = {
  nowMs: () => clockMs,
  sleep: async (ms: number) => {
    slept.push(ms);
    clockMs += ms;
  },
};

beforeEach(async () => {
  clockMs = 0;
  slept = [];
  google = await startGoogleSimulator(() => Date.now() + clockMs);
  google.register({ mail: account.mail, key: account.key }, testIssuerId);
  client = createWalletClient({ account, endpoints: google.endpoints, clock, random: () => 0.5 });
});
afterEach(() => google.close());

const put = () => client.upsertClass(body);

describe('against Google as it is documented', () => {
  test('class and object are inserted once and patched after that', async () => {
    expect(await put()).toEqual({ ok: true, value: 'inserted' });
    expect(await put()).toEqual({ ok: true, value: 'patched' });
    expect(await client.upsertObject(card(), false)).toEqual({ ok: true, value: 'inserted' });
    expect(await client.upsertObject(card(), true)).toEqual({ ok: true, value: 'patched' });
    expect(await client.upsertObject(card(), false)).toEqual({ ok: true, value: 'patched' });
    expect([...google.state.objects.keys()]).toEqual([card().id]);
  });

  test('a card that Google lost is inserted again', async () => {
    await put();
    expect(await client.upsertObject(card(), true)).toEqual({ ok: true, value: 'inserted' });
  });

  test('an object before its class is told as missing', async () => {
    expect(await client.upsertObject(card(), false)).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });

  test('a body that lacks something names the field and nothing of what it held', async () => {
    await put();
    const broken = { ...card(), header: undefined } as never;
    expect(await client.upsertObject(broken, false)).toEqual({
      ok: false,
      refusal: { code: 'body-refused', fields: ['header'] },
    });
  });

  test('another account may do nothing at this issuer, an unknown one does not even get in', async () => {
    const foreign = makeAccount('other@elsewhere.iam.gserviceaccount.com').account;
    const as = () => createWalletClient({ account: foreign, endpoints: google.endpoints, clock });
    expect(await as().checkAccess(body.id)).toMatchObject({ refusal: { code: 'account-refused' } });
    google.register({ mail: foreign.mail, key: foreign.key }, '1111111111');
    expect(await as().checkAccess(body.id)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await client.checkAccess(body.id)).toEqual({ ok: true, value: true });
  });

  test('a stolen address without its key is refused', async () => {
    const { key } = makeAccount(account.mail).account;
    const thief = createWalletClient({ account: { ...account, key }, endpoints: google.endpoints, clock });
    expect(await thief.checkAccess(body.id)).toMatchObject({ refusal: { code: 'account-refused' } });
  });

  test('the fourth notice of a day is refused, a silent message is taken', async () => {
    await put();
    await client.upsertObject(card(), false);
    for (const id of ['1', '2', '3'])
      expect(await client.addMessage(card().id, message(id, 'TEXT_AND_NOTIFY'))).toMatchObject({ ok: true });
    expect(await client.addMessage(card().id, message('4', 'TEXT_AND_NOTIFY'))).toEqual({
      ok: false,
      refusal: { code: 'notice-quota-exceeded' },
    });
    expect(await client.addMessage(card().id, message('4', 'TEXT'))).toMatchObject({ ok: true });
  });

  test('a token that ended is renewed once, and the work is done', async () => {
    await put();
    google.state.tokens.clear();
    expect(await client.upsertObject(card(), false)).toEqual({ ok: true, value: 'inserted' });
  });

  test('requests are spaced: never more than 20 in any second', async () => {
    await put();
    for (let i = 0; i < 25; i++) await client.checkAccess(body.id);
    expect(clockMs).toBeGreaterThanOrEqual(1200);
    expect(new Set(slept.map(Math.round))).toEqual(new Set([50]));
  });

  test('a private pass is announced with signature and address', async () => {
    const notice = {
      externalPassId: `${testIssuerId}.A`,
      updatedPassJwtSignature: 'sig',
      updateUri: 'https://pass.example/A',
    };
    expect(await client.setPassUpdateNotice(notice)).toEqual({ ok: true, value: true });
    expect(google.state.privateNotices).toEqual([notice]);
  });
});

describe('when the way is bad', () => {
  test('429 and 5xx are tried again with growing pauses, at most three times', async () => {
    const busy = { status: 429, body: { error: { code: 429 } } };
    const broken = { status: 503, body: { error: { code: 503 } } };
    google.failNext({ times: 1, path: /genericClass/, how: busy });
    google.failNext({ times: 1, path: /genericClass/, how: broken });
    expect(await put()).toEqual({ ok: true, value: 'inserted' });
    expect(slept.filter((ms) => ms > 100)).toEqual([250, 500]);
    google.failNext({ times: 9, path: /genericClass/, how: broken });
    expect(await put()).toEqual({ ok: false, refusal: { code: 'server-error', status: 503 } });
  });

  test('a connection that dies on the way back leaves one card, not two', async () => {
    await put();
    google.failNext({ times: 1, path: /genericObject/, how: 'drop-after' });
    expect(await client.upsertObject(card(), false)).toEqual({ ok: false, refusal: { code: 'offline' } });
    expect(await client.upsertObject(card(), false)).toEqual({ ok: true, value: 'patched' });
    expect(google.state.objects.size).toBe(1);
  });

  test('without a network, with nobody listening and behind a sign-in portal it says so', async () => {
    google.failNext({ times: 1, path: /token/, how: 'drop' });
    expect(await put()).toEqual({ ok: false, refusal: { code: 'offline' } });
    const portal = createServer((_request, response) => response.end('<html>Bitte anmelden</html>'));
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
    const behind = createWalletClient({ account, endpoints: { ...google.endpoints, baseUrl }, clock });
    expect(await behind.upsertClass(body)).toEqual({ ok: false, refusal: { code: 'answer-unreadable' } });
    await new Promise((resolve) => portal.close(resolve));
    const nobody = createWalletClient({ account, endpoints: { ...google.endpoints, baseUrl }, clock });
    expect(await nobody.upsertClass(body)).toEqual({ ok: false, refusal: { code: 'offline' } });
  });

  test('a clock that is wrong is told apart from a wrong key', async () => {
    const later = await startGoogleSimulator(() => Date.now() + 2 * 3_600_000);
    later.register({ mail: account.mail, key: account.key }, testIssuerId);
    const late = createWalletClient({ account, endpoints: later.endpoints, clock });
    expect(await late.checkAccess(body.id)).toEqual({ ok: false, refusal: { code: 'clock-wrong' } });
    await later.close();
  });

  test('every fault has a sentence in both languages', () => {
    for (const { de, en } of Object.values(googleSentences))
      expect([de, en].every((text) => text.endsWith('.'))).toBe(true);
  });
});

describe('a save link', () => {
  const read = (jwt: string) => readSaveJwt(google.state, jwt);
  const link = (id: string, more: { origins?: readonly string[] } = {}) =>
    saveJwt(account, { genericObjects: [{ id }] }, { issuedAt: now, ...more });

  test('is taken for a card that is there, and opens a page that says that it is a trial', async () => {
    await put();
    await client.upsertObject(card(), false);
    expect(await read(link(card().id))).toMatchObject({ ok: true, value: { kind: 'object' } });
    const page = await (await fetch(`${google.endpoints.saveUrl}/${link(card().id)}`)).text();
    expect(page).toContain('Testbetrieb');
    expect(page).toContain(card().barcode?.alternateText);
  });

  test('is refused for an unknown card, a foreign issuer, a forged signature and a void card', async () => {
    await put();
    expect(await read(link(card().id))).toEqual({ ok: false, refusal: 'card-unknown' });
    expect(await read(link('1111111111.A'))).toEqual({ ok: false, refusal: 'issuer-foreign' });
    const forged = saveJwt(
      { ...account, key: makeAccount(account.mail).account.key },
      { genericObjects: [{ id: card().id }] },
      { issuedAt: now },
    );
    expect(await read(forged)).toEqual({ ok: false, refusal: 'signature-wrong' });
    await client.upsertObject({ ...card(), state: 'INACTIVE' }, false);
    expect(await read(link(card().id))).toEqual({ ok: false, refusal: 'card-inactive' });
  });
});
