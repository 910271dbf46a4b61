import { request } from 'node:http';
import { connect } from 'node:net';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { makeHandOverLink } from '../../../main/commands/handover/make-hand-over-link.ts';
import { sendPassMail } from '../../../main/commands/handover/send-pass-mail.ts';
import { handOverWays } from '../../../main/queries/handover/hand-over-ways.ts';
import { revokeLinks } from '../../../main/store/tables/handover/hand-over-links.ts';
import { deliveriesSince } from '../../../main/store/tables/messages/deliveries.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';
const android =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36';
const desktop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36';

let opened: TestStation | undefined;
afterEach(async () => {
  await opened?.station.handOverServer.close();
  opened?.close();
  opened = undefined;
});

interface Page {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
  readonly text: string;
}

function ask(
  url: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<Page>((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const { date: _, ...rest } = response.headers;
        resolve({ status: response.statusCode ?? 0, headers: rest, body, text: body.toString('utf8') });
      });
    })
      .on('error', reject)
      .end();
  });
}

async function centreWithLink(): Promise<{ centre: TestStation; personId: PersonId; url: string }> {
  opened = await openTestStation();
  const { station } = opened;
  await station.handOverServer.apply();
  const details = aPerson({ givenName: 'Kanarienvogel', familyName: 'Canarywharf' });
  const personId = expectPerson(station, details, addMinutes(station.now(), 60));
  const { url } = must(makeHandOverLink(station, 'staff:test', { personId, place: 'centre' }));
  return { centre: opened, personId, url };
}

describe('the hand-over page', () => {
  test('offers an iPhone the wallet first, and gives it a pass that verifies', async () => {
    const { centre, url, personId } = await centreWithLink();
    const { station, logged } = centre;
    const page = await ask(url, { headers: { 'user-agent': iPhone, 'accept-language': 'de-DE,de;q=0.9' } });
    expect(page.status).toBe(200);
    expect(page.text).toMatch(
      /class="button first" href="\/p\/[\w-]{32}\/pass\.pkpass">Zu Apple Wallet hinzufügen</,
    );
    const file = await ask(`${url}/pass.pkpass`, { headers: { 'user-agent': iPhone } });
    expect(file.headers).toMatchObject({
      'content-type': 'application/vnd.apple.pkpass',
      'content-disposition': expect.stringMatching(/^attachment; filename="Impfpass-[0-9A-X-]{12}\.pkpass"$/),
      'last-modified': expect.stringMatching(/ GMT$/),
      'cache-control': 'no-store',
    });
    const verified = verifyPkpass(file.body, { now: station.now(), passKeys: station.barcodeKeys.all });
    expect(verified.ok).toBe(true);
    await ask(`${url}/pass.pkpass`);
    const ways = deliveriesSince(station.db, '' as never, 9).map(({ person_id, way }) => [person_id, way]);
    expect(ways).toEqual([[personId, 'apple-wallet']]);
    expect(logged.join('')).not.toContain(url.slice(-32));
  });

  test('offers Android and computers paper first, computers also the code for the phone', async () => {
    const { url } = await centreWithLink();
    const onAndroid = await ask(url, { headers: { 'user-agent': android } });
    expect(onAndroid.text).toMatch(/class="button first" href="[^"]*pass\.pdf/);
    expect(onAndroid.text).not.toContain('<svg');
    const onDesktop = await ask(url, { headers: { 'user-agent': desktop } });
    expect(onDesktop.text).toContain('<svg');
  });

  test('names nobody, keeps nothing, loads nothing foreign and tells nobody where it was', async () => {
    const { url } = await centreWithLink();
    const page = await ask(url, { headers: { 'user-agent': desktop } });
    expect(page.text).not.toMatch(/Kanarienvogel|Canarywharf|<script|http-equiv/);
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect((await ask(new URL('/page.css', url).href)).headers['content-type']).toContain('text/css');
  });

  test('speaks English where that is wanted, by the browser or by a tap', async () => {
    const { url } = await centreWithLink();
    const english = await ask(url, { headers: { 'accept-language': 'en-GB,en;q=0.9,de;q=0.1' } });
    expect(english.text).toContain('<html lang="en">');
    expect((await ask(`${url}?lang=en`, { headers: { 'accept-language': 'de' } })).text).toContain(
      'Your pass',
    );
    expect((await ask(url, { headers: { 'accept-language': 'fr' } })).text).toContain('Ihr Pass');
  });

  test('gives the dates as a calendar file and the pass as a PDF', async () => {
    const { url } = await centreWithLink();
    const calendar = await ask(`${url}/dates.ics`);
    expect(calendar.text).toContain('BEGIN:VTIMEZONE');
    const paper = await ask(`${url}/pass.pdf`);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect(paper.body.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('answers HEAD as GET, without the file and without counting it as fetched', async () => {
    const { centre, url } = await centreWithLink();
    const get = await ask(`${url}/pass.pkpass`);
    const before = deliveriesSince(centre.station.db, '' as never, 9).length;
    const head = await ask(`${url}/pass.pkpass`, { method: 'HEAD' });
    expect(head.headers).toEqual(get.headers);
    expect(head.body).toHaveLength(0);
    expect(deliveriesSince(centre.station.db, '' as never, 9)).toHaveLength(before);
  });
});

describe('a link that is not in force', () => {
  test('wrong, expired, revoked, or any other path: all get the very same answer', async () => {
    const { centre, personId, url } = await centreWithLink();
    const { station, clock } = centre;
    const { origin } = new URL(url);
    const unknown = await ask(`${origin}/p/${'a'.repeat(32)}`);
    expect(unknown.status).toBe(404);
    const others = [
      await ask(`${origin}/`),
      await ask(`${origin}/p/`),
      await ask(`${origin}/p/short/pass.pkpass`),
      await ask(`${url}/pass.pkpass/x`),
      await ask(`${url}/../../../etc/passwd`),
      await ask(url, { method: 'POST' }),
    ];
    revokeLinks(station.db, personId, station.now());
    others.push(await ask(url), await ask(`${url}/pass.pkpass`));
    const second = must(makeHandOverLink(station, 'staff:test', { personId, place: 'centre' }));
    expect((await ask(second.url)).status).toBe(200);
    clock.now = addMinutes(second.expiresAt, 0);
    others.push(await ask(second.url));
    for (const other of others) expect(other).toEqual(unknown);
  });

  test('is kept as a hash alone: the store cannot give a link away', async () => {
    const { centre, url } = await centreWithLink();
    const rows = JSON.stringify(centre.station.db.all('SELECT * FROM hand_over_link'));
    expect(rows).not.toContain(url.slice(-32));
    expect(Buffer.from(url.slice(-32), 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  });

  test('whoever asks too much waits a minute', async () => {
    const { centre, url } = await centreWithLink();
    const { origin } = new URL(url);
    const statuses: number[] = [];
    for (let count = 0; count < 130; count++) statuses.push((await ask(`${origin}/p/x`)).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await ask(url)).status).toBe(429);
    centre.clock.now = addMinutes(centre.clock.now, 1);
    expect((await ask(url)).status).toBe(200);
  });
});

describe('a family', () => {
  const phone = '0170 1234567';
  async function family() {
    const { centre, personId } = await centreWithLink();
    const { station } = centre;
    const parent = expectPerson(station, aPerson({ phone }), addMinutes(station.now(), 60));
    const child = expectPerson(
      station,
      aPerson({ givenName: 'Zeisig', phone: '+49 170 1234567' }),
      addMinutes(station.now(), 60),
    );
    return { centre, parent, child, stranger: personId };
  }

  test('is found by its number, however it is written, and takes all passes from one page', async () => {
    const { centre, parent, child } = await family();
    const { station } = centre;
    expect(must(handOverWays(station, parent)).family).toMatchObject([{ personId: child }]);
    const made = makeHandOverLink(station, 'staff:test', {
      personId: parent,
      alsoFor: [child],
      place: 'centre',
    });
    const { url } = must(made);
    const page = await ask(url, { headers: { 'user-agent': iPhone } });
    expect(page.text).toContain('Alle 2 Pässe zu Apple Wallet hinzufügen');
    expect(page.text).not.toMatch(/Zeisig|Mustermann/);
    const bundle = await ask(`${url}/passes.pkpasses`);
    expect(bundle.headers['content-type']).toBe('application/vnd.apple.pkpasses');
    const files = Object.values(unzipSync(bundle.body));
    const serials = files.map((file) => must(verifyPkpass(file, { now: station.now() })).serialNumber);
    expect(new Set(serials).size).toBe(2);
    const ways = deliveriesSince(station.db, '' as never, 9).map(({ person_id, way }) => [person_id, way]);
    expect(ways.sort()).toEqual(
      [
        [parent, 'apple-wallet'],
        [child, 'apple-wallet'],
      ].sort(),
    );
    const [own] = /\/p\/[\w-]{32}\?lang=en/.exec((await ask(`${url}?lang=en`)).text) ?? [];
    expect((await ask(new URL(own ?? '', url).href)).text).toContain('Your pass');
  });

  test('has a link no longer once one of them may not be fetched any more', async () => {
    const { centre, parent, child } = await family();
    const made = makeHandOverLink(centre.station, 'staff:test', {
      personId: parent,
      alsoFor: [child],
      place: 'centre',
    });
    const { url } = must(made);
    revokeLinks(centre.station.db, child, centre.station.now());
    expect((await ask(url)).status).toBe(404);
    expect((await ask(`${url}/passes.pkpasses`)).status).toBe(404);
  });

  test('is nobody who is reached elsewhere: no link and no mail bring a stranger’s pass', async () => {
    const { centre, parent, stranger } = await family();
    const wish = { personId: parent, alsoFor: [stranger] };
    const link = makeHandOverLink(centre.station, 'staff:test', { ...wish, place: 'centre' });
    expect(link).toEqual({ ok: false, refusal: 'not-one-family' });
    expect(sendPassMail(centre.station, 'staff:test', wish)).toEqual({
      ok: false,
      refusal: 'not-one-family',
    });
  });
});

describe('a request for a link that comes twice', () => {
  test('gives another link, and the first, whose answer was lost, holds no longer', async () => {
    const { centre, personId } = await centreWithLink();
    const wish = { requestId: crypto.randomUUID(), personId, place: 'centre' } as const;
    const first = must(makeHandOverLink(centre.station, 'staff:test', wish)).url;
    const second = must(makeHandOverLink(centre.station, 'staff:test', wish)).url;
    expect((await ask(first)).status).toBe(404);
    expect((await ask(second)).status).toBe(200);
    expect(JSON.stringify(centre.station.db.all('SELECT * FROM request'))).not.toContain(second.slice(-32));
  });
});

describe('the hand-over server', () => {
  test('survives what is no HTTP and addresses that are none', async () => {
    const { url } = await centreWithLink();
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
    expect((await ask(url)).status).toBe(200);
  });

  test('says when its port is taken, and makes no link while it is off', async () => {
    const { centre, url, personId } = await centreWithLink();
    const { station } = centre;
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
      other.close();
    }
    await station.handOverServer.close();
    const refused = makeHandOverLink(station, 'staff:test', { personId, place: 'centre' });
    expect(refused).toEqual({ ok: false, refusal: 'hand-over-off' });
  });
});
