import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConnectedSystem, serveSystem } from '../../../trial/system/serve-system.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

describe('the existing system of a trial', () => {
  let system: ConnectedSystem;
  let ids = 0;
  beforeAll(async () => {
    system = await serveSystem('Europe/Berlin');
    system.verifyBy(secret);
  });
  afterAll(() => system.close());
  beforeEach(() => {
    ids += 1;
  });

  const scan = {
    type: 'pass.scanned',
    timestamp: '2026-11-23T09:00:00.000Z',
    data: { passId: '0123456789ABCDEF0123', status: 'valid', doseCount: 1, by: 'desk' },
  };
  async function send(body: object, by = secret): Promise<number> {
    const text = JSON.stringify(body);
    const now = new Date();
    const answer = await fetch(system.endpoint, {
      method: 'POST',
      body: text,
      headers: {
        'webhook-id': `msg_${ids}`,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(by).sign(`msg_${ids}`, now, text),
      },
    });
    return answer.status;
  }
  const page = async (language: string) =>
    (await fetch(system.address, { headers: { 'accept-language': language } })).text();

  it('says in plain words what it heard, in the language of whoever looks', async () => {
    expect(await page('de')).toContain('Noch nichts gehört.');
    expect(await send(scan)).toBe(204);
    expect(await page('de')).toMatch(/Pass [0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]{3} wurde am Empfang gescannt\./);
    expect(await page('en')).toContain('was scanned at the desk.');
    expect(await page('en')).toContain('signature verified');
  });

  it('takes what comes twice once, by its id', async () => {
    const before = system.heard().length;
    expect([await send(scan), await send(scan)]).toEqual([204, 204]);
    expect(system.heard()).toHaveLength(before + 1);
  });

  it('believes nobody whose signature is wrong, and says so', async () => {
    expect(await send(scan, `whsec_${Buffer.alloc(32, 8).toString('base64')}`)).toBe(401);
    expect(system.heard()[0]?.body).toBeUndefined();
    expect(await page('de')).toContain('dessen Unterschrift nicht stimmt');
  });

  it('takes nothing that it cannot read, and no foreign script on its page', async () => {
    expect(await send({ type: 'pass.lost', data: {} })).toBe(422);
    const { headers } = await fetch(system.address);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});
