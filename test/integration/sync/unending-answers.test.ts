import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createWalletClient } from '../../../issuing/google/wallet-client.ts';
import { boundAnswers } from '../../../main/sync/bounded-answer.ts';
import { fetchTrusting } from '../../../main/sync/fetch-trusting.ts';
import { contentOf, reached } from '../../../main/sync/headquarters-client.ts';
import { testGoogleAccount } from '../../support/google-account.ts';
import { aTlsAuthority } from '../../support/tls-authority.ts';
import { startUnending } from '../../support/unending-server.ts';

const MEGABYTE = 1024 * 1024;
const answer = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"access_token":"';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('an answer of headquarters without an end', () => {
  const ask = (fetchIt: ReturnType<typeof boundAnswers>, url: string) =>
    reached(fetchIt, url, { method: 'GET', headers: {}, signal: AbortSignal.timeout(20_000) });

  test('is left after as much as any answer has', async () => {
    const server = await startUnending(answer, 'x');
    closing.push(server.close);
    const got = await ask(boundAnswers(fetch), server.origin);
    expect(got.ok && (await contentOf(got.value))).toBe(undefined);
    expect(server.sent()).toBeLessThan(100 * MEGABYTE);
  }, 30_000);

  test('is left over TLS of an authority of one’s own, too', async () => {
    const authority = await aTlsAuthority();
    const { keyPem, certificatePem } = await authority.issue('127.0.0.1');
    let sent = 0;
    const server = https.createServer({ key: keyPem, cert: certificatePem }, (_request, response) => {
      const piece = Buffer.alloc(MEGABYTE, 120);
      const flood = () => {
        while (!response.destroyed && response.write(piece)) sent += piece.length;
      };
      response.on('drain', flood).on('error', () => {});
      flood();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const got = await ask(fetchTrusting(authority.pem, boundAnswers(fetch)), url);
    expect(got).toEqual({ ok: false, refusal: 'unreachable' });
    expect(sent).toBeLessThan(100 * MEGABYTE);
  }, 30_000);
});

describe('Google, or who says that they are it', () => {
  const clientAt = (tokens: string, wallet: string) =>
    createWalletClient({
      account: testGoogleAccount().account,
      endpoints: { baseUrl: wallet, tokenUrl: tokens, saveUrl: wallet },
    });

  test('that never ends the answer with a token is left', async () => {
    const server = await startUnending(answer, 'x');
    closing.push(server.close);
    expect(await clientAt(server.origin, server.origin).checkAccess('a.b')).toMatchObject({ ok: false });
    expect(server.sent()).toBeLessThan(32 * MEGABYTE);
  }, 30_000);

  test('that never ends the answer about a card is left, and one that nests without end is not read', async () => {
    const token = JSON.stringify({ access_token: 'a', expires_in: 3_600, token_type: 'Bearer' });
    const tokens = await startUnending(
      `HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${token.length}\r\n\r\n${token}`,
      '',
    );
    const endless = await startUnending(answer, 'x');
    const deep = '['.repeat(500_000) + ']'.repeat(500_000);
    const nested = await startUnending(
      `HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: ${deep.length}\r\n\r\n${deep}`,
      '',
    );
    closing.push(tokens.close, endless.close, nested.close);
    expect(await clientAt(tokens.origin, endless.origin).checkAccess('a.b')).toMatchObject({ ok: false });
    expect(endless.sent()).toBeLessThan(64 * MEGABYTE);
    expect(await clientAt(tokens.origin, nested.origin).checkAccess('a.b')).toEqual({
      ok: false,
      refusal: { code: 'answer-unreadable' },
    });
  }, 30_000);
});
