import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { makeHandOverLink } from '../../../main/commands/handover/make-hand-over-link.ts';
import { createHandOverServer } from '../../../main/handover/create-hand-over-server.ts';
import { keepSetting } from '../../../main/store/settings.ts';
import { revokeLinks } from '../../../main/store/tables/handover/hand-over-links.ts';
import { deliveriesSince } from '../../../main/store/tables/messages/deliveries.ts';
import {
  android,
  closeHandOver,
  desktop,
  fetchPage,
  iPhone,
  openHandOver,
  someoneWithLink,
} from '../../support/hand-over-page.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openHandOver();
});
afterEach(() => closeHandOver(opened));

const centreWithLink = () => someoneWithLink(opened);

describe('the hand-over page', () => {
  test('offers an iPhone the wallet first, and gives it a pass that verifies', async () => {
    const { url, personId } = centreWithLink();
    const { station, logged } = opened;
    const page = await fetchPage(url, {
      headers: { 'user-agent': iPhone, 'accept-language': 'de-DE,de;q=0.9' },
    });
    expect(page.status).toBe(200);
    expect(page.text).toMatch(
      /class="button first" href="\/p\/[\w-]{32}\/pass\.pkpass">Zu Apple Wallet hinzufügen</,
    );
    const file = await fetchPage(`${url}/pass.pkpass`, { headers: { 'user-agent': iPhone } });
    expect(file.headers).toMatchObject({
      'content-type': 'application/vnd.apple.pkpass',
      'content-disposition': expect.stringMatching(/^attachment; filename="Impfpass-[0-9A-X-]{12}\.pkpass"$/),
      'last-modified': expect.stringMatching(/ GMT$/),
      'cache-control': 'no-store',
    });
    const verified = verifyPkpass(file.body, { now: station.now(), passKeys: station.barcodeKeys.all });
    expect(verified.ok).toBe(true);
    await fetchPage(`${url}/pass.pkpass`);
    const ways = deliveriesSince(station.db, '' as never, 9).map(({ person_id, way }) => [person_id, way]);
    expect(ways).toEqual([[personId, 'apple-wallet']]);
    expect(logged.join('')).not.toContain(url.slice(-32));
  });

  test('offers Android and computers paper first, computers also the code for the phone', async () => {
    const { url } = centreWithLink();
    const onAndroid = await fetchPage(url, { headers: { 'user-agent': android } });
    expect(onAndroid.text).toMatch(/class="button first" href="[^"]*pass\.pdf/);
    expect(onAndroid.text).not.toContain('<svg');
    const onDesktop = await fetchPage(url, { headers: { 'user-agent': desktop } });
    expect(onDesktop.text).toContain('<svg');
  });

  test('names nobody, keeps nothing, loads nothing foreign and tells nobody where it was', async () => {
    const { url } = centreWithLink();
    const page = await fetchPage(url, { headers: { 'user-agent': desktop } });
    expect(page.text).not.toMatch(/Kanarienvogel|Canarywharf|<script|http-equiv/);
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect((await fetchPage(new URL('/page.css', url).href)).headers['content-type']).toContain('text/css');
  });

  test('speaks English where that is wanted, by the browser or by a tap', async () => {
    const { url } = centreWithLink();
    const english = await fetchPage(url, { headers: { 'accept-language': 'en-GB,en;q=0.9,de;q=0.1' } });
    expect(english.text).toContain('<html lang="en">');
    expect((await fetchPage(`${url}?lang=en`, { headers: { 'accept-language': 'de' } })).text).toContain(
      'Your pass',
    );
    expect((await fetchPage(url, { headers: { 'accept-language': 'fr' } })).text).toContain('Ihr Pass');
  });

  test('gives the dates as a calendar file and the pass as a PDF', async () => {
    const { url } = centreWithLink();
    const calendar = await fetchPage(`${url}/dates.ics`);
    expect(calendar.text).toContain('BEGIN:VTIMEZONE');
    const paper = await fetchPage(`${url}/pass.pdf`);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect(paper.body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('answers HEAD as GET, without the file and without counting it as fetched', async () => {
    const { url } = centreWithLink();
    const get = await fetchPage(`${url}/pass.pkpass`);
    const before = deliveriesSince(opened.station.db, '' as never, 9).length;
    const head = await fetchPage(`${url}/pass.pkpass`, { method: 'HEAD' });
    expect(head.headers).toEqual(get.headers);
    expect(head.body).toHaveLength(0);
    expect(deliveriesSince(opened.station.db, '' as never, 9)).toHaveLength(before);
  });
});

describe('a link that is not in force', () => {
  test('wrong, expired, revoked, or any other path: all get the very same answer', async () => {
    const { personId, url } = centreWithLink();
    const { station, clock } = opened;
    const { origin } = new URL(url);
    const unknown = await fetchPage(`${origin}/p/${'a'.repeat(32)}`);
    expect(unknown.status).toBe(404);
    const others = [
      await fetchPage(`${origin}/`),
      await fetchPage(`${origin}/p/`),
      await fetchPage(`${origin}/p/short/pass.pkpass`),
      await fetchPage(`${url}/pass.pkpass/x`),
      await fetchPage(`${url}/../../../etc/passwd`),
      await fetchPage(url, { method: 'POST' }),
    ];
    revokeLinks(station.db, personId, station.now());
    others.push(await fetchPage(url), await fetchPage(`${url}/pass.pkpass`));
    const second = must(makeHandOverLink(station, 'staff:test', { personId, place: 'centre' }));
    expect((await fetchPage(second.url)).status).toBe(200);
    clock.now = addMinutes(second.expiresAt, 0);
    others.push(await fetchPage(second.url));
    for (const other of others) expect(other).toEqual(unknown);
  });

  test('is kept as a hash alone: the store cannot give a link away', async () => {
    const { url } = centreWithLink();
    const rows = JSON.stringify(opened.station.db.all('SELECT * FROM hand_over_link'));
    expect(rows).not.toContain(url.slice(-32));
    expect(Buffer.from(url.slice(-32), 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  });

  test('whoever asks too much waits a minute', async () => {
    const { url } = centreWithLink();
    const { origin } = new URL(url);
    const statuses: number[] = [];
    for (let count = 0; count < 130; count++) statuses.push((await fetchPage(`${origin}/p/x`)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await fetchPage(url)).status).toBe(429);
    // Whoever sets the clock neither lets anybody in nor keeps them out.
    opened.clock.now = addMinutes(opened.clock.now, 1);
    expect((await fetchPage(url)).status).toBe(429);
    const elapsed = performance.now();
    const time = vi.spyOn(performance, 'now').mockImplementation(() => elapsed + 60_000);
    try {
      expect((await fetchPage(url)).status).toBe(200);
    } finally {
      time.mockRestore();
    }
  });
});

describe('the hand-over server', () => {
  test('survives what is no HTTP and addresses that are none', async () => {
    const { url } = centreWithLink();
    const { port } = new URL(url);
    for (const text of [
      'GET //evil.invalid HTTP/1.1\r\nHost: x\r\n\r\n',
      '\u0016\u0003\u0001 nonsense\r\n\r\n',
    ])
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
        socket.on('data', () => {});
        socket.on('error', () => {});
        socket.on('close', () => resolve());
      });
    expect((await fetchPage(url)).status).toBe(200);
  });

  test('stays open for everybody while somebody holds a hundred silent connections', async () => {
    const { url } = centreWithLink();
    const silent = Array.from({ length: 100 }, () => connect(Number(new URL(url).port), '127.0.0.1'));
    for (const socket of silent) socket.on('error', () => {});
    await Promise.all(silent.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const before = performance.now();
    expect((await fetchPage(url)).status).toBe(200);
    expect(performance.now() - before).toBeLessThan(2_000);
    const closed = silent.map(
      (socket) => socket.closed || new Promise((resolve) => socket.once('close', resolve)),
    );
    for (const socket of silent) socket.resume();
    await Promise.all(closed); // none stays longer than a few seconds
  }, 20_000);

  test('counts for whoever its proxy names, and believes nobody else', async () => {
    const { url } = centreWithLink();
    const from = (address: string) => ({ headers: { 'x-forwarded-for': `10.9.9.9, ${address}` } });
    const ask = async (address: string, times: number) => {
      const statuses = [];
      for (let count = 0; count < times; count++) statuses.push((await fetchPage(url, from(address))).status);
      return statuses;
    };
    const { station } = opened;
    const handOver = { isOn: true, address: '127.0.0.1', port: 0, linkHours: 24, proxyAddress: '127.0.0.1' };
    keepSetting(station.db, 'hand-over', handOver);
    expect((await ask('192.0.2.1', 121)).at(-1)).toBe(429);
    expect(await ask('192.0.2.2', 1)).toEqual([200]);
    keepSetting(station.db, 'hand-over', { ...handOver, proxyAddress: '192.0.2.99' });
    expect((await ask('192.0.2.3', 121)).at(-1)).toBe(429);
    expect(await ask('192.0.2.4', 1)).toEqual([429]);
  });

  test('opens by itself once its port is free', async () => {
    const { station } = opened;
    await station.handOverServer.close();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    keepSetting(station.db, 'hand-over', { isOn: true, address: '127.0.0.1', port, linkHours: 24 });
    const server = createHandOverServer(() => station, 100);
    expect((await server.apply()).kind).toBe('port-taken');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(opened.logged.filter((line) => line.includes('hand-over-server'))).toHaveLength(1);
    other.close();
    await vi.waitUntil(() => server.state().kind === 'on', 5_000);
    await server.close();
  });

  test('says when its port is taken, and makes no link while it is off', async () => {
    const { url, personId } = centreWithLink();
    const { station } = opened;
    const other = await openTestStation();
    try {
      const port = Number(new URL(url).port);
      other.station.db.run(
        'INSERT INTO setting (name, value) VALUES (?, ?)',
        'hand-over',
        JSON.stringify({ isOn: true, address: '127.0.0.1', port, linkHours: 24 }),
      );
      expect((await other.station.handOverServer.apply()).kind).toBe('port-taken');
    } finally {
      await other.station.handOverServer.close();
      other.close();
    }
    await station.handOverServer.close();
    const refused = makeHandOverLink(station, 'staff:test', { personId, place: 'centre' });
    expect(refused).toEqual({ ok: false, refusal: 'hand-over-off' });
  });
});
