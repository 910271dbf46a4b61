import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ApnsClient, createApnsClient } from '../../../headquarters/features/wallet/apns-client.ts';
import { isPublicAddress, readNetworks } from '../../../headquarters/features/webhooks/allowed-address.ts';
import { createOutbound, type Outbound } from '../../../headquarters/features/webhooks/outbound.ts';
import { aTlsAuthority } from '../../support/tls-authority.ts';
import { startUnending, type UnendingServer } from '../../support/unending-server.ts';

const DEADLINE_MS = 1_500;
const MEGABYTE = 1024 * 1024;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function unending(first: string, again: string): Promise<UnendingServer> {
  const server = await startUnending(first, again);
  closing.push(server.close);
  return server;
}

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  const began = performance.now();
  const value = await work;
  expect(performance.now() - began).toBeLessThan(ms);
  return value;
}

/** Hints and the words behind a status are thrown away as they come. */
const isCounted = /Early Hints|^HTTP\/1.1 200 x/;

describe('an endpoint of a webhook', () => {
  const outboundTo = (networks: string[]): Outbound => {
    const outbound = createOutbound({ allowed: readNetworks(networks), deadlineMs: DEADLINE_MS });
    closing.push(outbound.close);
    return outbound;
  };
  const post = (url: string, networks = ['127.0.0.0/8']) =>
    outboundTo(networks).post({ url, headers: { 'content-type': 'application/json' }, body: '{}' });

  it.each([
    ['a body without an end', undefined, 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n', 'x'],
    [
      'a body as long as a disk',
      'status-500',
      'HTTP/1.1 500 No\r\ncontent-length: 999999999999\r\n\r\n',
      'x',
    ],
    ['headers without an end', 'unreachable', 'HTTP/1.1 200 OK\r\n', 'x-more: and more\r\n'],
    ['one header without an end', 'unreachable', 'HTTP/1.1 200 OK\r\nx-long: ', 'x'],
    ['a first line without an end', 'timed-out', 'HTTP/1.1 200 ', 'x'],
    ['hints without an answer', 'timed-out', '', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    [
      'chunks without an end',
      undefined,
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n',
      '1\r\nx\r\n',
    ],
    ['nothing', 'timed-out', '', ''],
  ])('that answers %s holds nobody, and fills no memory', async (_how, outcome, first, again) => {
    const server = await unending(first, again);
    const before = process.memoryUsage().rss;
    expect(await within(DEADLINE_MS + 1_000, post(`${server.origin}/hook`))).toBe(outcome);
    expect(server.heard()).toBeGreaterThan(0);
    expect(server.sent() > 0).toBe(again !== '');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MEGABYTE);
    // What lies in the buffers of the system is sent before anybody reads; what is only counted goes on to the deadline.
    if (!isCounted.test(first + again)) expect(server.sent()).toBeLessThan(16 * MEGABYTE);
  });

  it.each([
    'https://localhost/hook',
    'https://127.0.0.1/hook',
    'https://[::1]/hook',
    'https://[::7f00:1]/hook',
    'https://[::ffff:127.0.0.1]/hook',
    'https://[64:ff9b::7f00:1]/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
    'https://169.254.169.254/latest',
    'http://93.184.216.34/hook',
  ])('at %s is not asked', async (url) => {
    expect(await post(url, [])).toBe('address-refused');
  });

  it('is taken for public by its address alone where everybody may have it', () => {
    for (const address of [
      '::7f00:1',
      '::127.0.0.1',
      '4000::1',
      'fe80::1%eth0',
      '100.64.0.1',
      '2002:7f00:1::',
    ])
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
    for (const address of ['93.184.216.34', '2606:2800:220:1::1'])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
  });
});

describe("Apple's push service, or who says that they are it", () => {
  let tls: { keyPem: string; certificatePem: string };
  let ca: string;
  beforeAll(async () => {
    const authority = await aTlsAuthority();
    tls = await authority.issue('127.0.0.1');
    ca = authority.pem;
  });

  async function clientOf(onStream: (stream: http2.ServerHttp2Stream) => void): Promise<ApnsClient> {
    const server = http2.createSecureServer({ key: tls.keyPem, cert: tls.certificatePem });
    const sessions = new Set<http2.ServerHttp2Session>();
    server.on('session', (session) => {
      sessions.add(session);
      session.on('error', () => {});
    });
    server.on('sessionError', () => {});
    server.on('stream', (stream) => {
      stream.on('error', () => {});
      onStream(stream);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      for (const session of sessions) session.destroy();
      server.close();
    });
    return clientAt((server.address() as AddressInfo).port);
  }

  function clientAt(port: number): ApnsClient {
    const files = { certificate: tls.certificatePem, wwdr: tls.certificatePem, privateKeyPem: tls.keyPem };
    const client = createApnsClient({
      endpoint: `https://127.0.0.1:${port}`,
      topic: 'pass.test',
      files: files as never,
      alsoTrusted: ca,
      answerWithinMs: DEADLINE_MS,
    });
    closing.push(client.close);
    return client;
  }

  it('that never ends its answer is left', async () => {
    let written = 0;
    const client = await clientOf((stream) => {
      stream.respond({ ':status': 400 });
      const flood = () => {
        while (!stream.destroyed && stream.write(Buffer.alloc(16_384, 120))) written += 16_384;
      };
      stream.on('drain', flood);
      flood();
    });
    expect(await within(DEADLINE_MS + 500, client.push('aa'))).toEqual({ outcome: 'later' });
    expect(written).toBeLessThan(4 * MEGABYTE);
  });

  it('that drips, says nothing, or speaks no TLS is left when its time is over', async () => {
    const dripping = await clientOf((stream) => {
      stream.respond({ ':status': 410 });
      const timer = setInterval(() => stream.write(' '), 100);
      stream.on('close', () => clearInterval(timer));
    });
    const silent = await clientOf(() => {});
    const dumb = clientAt((await unending('', '')).port);
    const all = Promise.all([dripping, silent, dumb].map((client) => client.push('aa')));
    expect(await within(DEADLINE_MS + 1_000, all)).toEqual(Array(3).fill({ outcome: 'later' }));
  });

  it('is asked anew over another connection after one was left', async () => {
    let asked = 0;
    const client = await clientOf((stream) => {
      asked += 1;
      if (asked > 1) stream.respond({ ':status': 200 }, { endStream: true });
    });
    expect(await client.push('aa')).toEqual({ outcome: 'later' });
    expect(await client.push('aa')).toEqual({ outcome: 'sent' });
  });

  it('that names a time which is none ends a token as of old', async () => {
    const client = await clientOf((stream) => {
      stream.respond({ ':status': 410 });
      stream.end('{"reason":"Unregistered","timestamp":1e308}');
    });
    expect(await client.push('aa')).toEqual({ outcome: 'gone', at: new Date(0) });
  });
});
