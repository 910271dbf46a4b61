import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstAdministratorLink } from '../../../headquarters/features/console/first-administrator.ts';
import { startWebhookSender } from '../../../headquarters/jobs/webhook-sender.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { addMessage } from '../../../headquarters/store/webhook-deliveries.ts';
import { endpointsOf } from '../../../headquarters/store/webhook-endpoints.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

describe("the operator's page of webhooks", () => {
  let test: TestHeadquarters;
  let receiver: WebhookReceiver;
  let sender: { close(): Promise<void> };
  let cookie = '';
  let messages = 0;
  const place = '/console/centres/nord';
  const post = (url: string, fields: Record<string, string> = {}) =>
    test.app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    });
  const page = async (language = 'de') =>
    (await test.app.inject({ url: place, headers: { cookie, 'accept-language': language } })).body;
  const within = <Value>(work: Parameters<typeof inCentre<Value>>[2]) =>
    inCentre(test.headquarters.databases.app, 'nord', work);
  const mine = async () => (await within((db) => endpointsOf(db)))[0]?.id ?? '';
  const aMessage = async () => {
    messages += 1;
    const message = { id: `msg_${messages}`, type: 'pass.created' as const, body: '{"type":"pass.created"}' };
    const to = { endpoints: [await mine()], at: test.clock.now };
    await within((db) => addMessage(db, 'nord', message, to));
  };
  const until = async (text: string) => {
    for (let i = 0; i < 200; i++) {
      if ((await page()).includes(text)) return;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error(`never said: ${text}`);
  };

  beforeAll(async () => {
    test = await aHeadquarters({ parts: { webhooks: { allowedNetworks: ['127.0.0.0/8'] } } });
    await aCentre(test, 'nord');
    receiver = await startWebhookReceiver();
    sender = startWebhookSender(test.headquarters);
    const link = new URL((await firstAdministratorLink(test.headquarters)) ?? '');
    const token = link.searchParams.get('token') ?? '';
    const made = await post('/console/first', { token, name: 'Ada', password: 'a long enough password' });
    cookie = String(made.headers['set-cookie']).split(';')[0] ?? '';
  });
  afterAll(async () => {
    await sender.close();
    await test.close();
    await receiver.close();
  });

  it('takes an address, shows its secret this once, and says in a sentence what is wrong with another', async () => {
    expect(await page()).toContain('Noch kein Empfänger.');
    const added = await post(`${place}/webhooks`, { url: receiver.url });
    expect(added.body).toMatch(/whsec_[A-Za-z0-9+/]{43}=/);
    expect(await page()).toContain(receiver.url);
    expect(await page()).not.toContain('whsec_');
    const again = await post(`${place}/webhooks`, { url: receiver.url });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('Diese Adresse ist schon eingetragen.');
    const inside = await post(`${place}/webhooks`, { url: 'https://10.0.0.1/' });
    expect(inside.body).toContain('in einem Netz, das nicht erlaubt ist');
  });

  it('says when something arrived last, and in the language of whoever looks', async () => {
    await aMessage();
    await until('Zuletzt zugestellt: 23.11.2026, 10:00:00');
    expect(await page('en')).toContain('Last delivered: 23/11/2026, 10:00:00');
  });

  it('lists what was given up with the reason, and sends it again with one press', async () => {
    receiver.answers.push(410);
    await aMessage();
    await until('abgeschaltet, weil dort geantwortet wurde');
    expect(await page()).toContain('pass.created, 23.11.2026, 10:00:00: die Adresse gibt es nicht mehr');
    expect(await page()).not.toContain('Aufgegebene erneut senden');
    await post(`${place}/webhooks/${await mine()}/on`);
    expect(await page()).toContain('Aufgegebene erneut senden');
    const before = receiver.heard.length;
    await post(`${place}/webhooks/${await mine()}/again`);
    await until('Noch zu senden: 0 · Aufgegeben: 0');
    expect(receiver.heard).toHaveLength(before + 1);
  });

  it('switches an endpoint off, gives it another secret, and removes it', async () => {
    const own = `${place}/webhooks/${await mine()}`;
    await post(`${own}/off`);
    expect(await page()).toContain(': abgeschaltet');
    expect((await post(`${own}/secret`)).body).toMatch(/whsec_/);
    await post(`${own}/remove`);
    expect(await page()).toContain('Noch kein Empfänger.');
    expect((await post(`${own}/secret`)).statusCode).toBe(303);
    const actions = await within((db) => db.selectFrom('audit_entry').select('action').execute());
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'webhook-added',
        'webhook-switched-off',
        'webhook-sent-again',
        'webhook-removed',
      ]),
    );
  });

  it('is for nobody who is not signed in', async () => {
    const signedIn = cookie;
    cookie = '';
    expect((await post(`${place}/webhooks`, { url: receiver.url })).statusCode).toBe(303);
    cookie = signedIn;
    expect(await within((db) => endpointsOf(db))).toEqual([]);
  });
});
