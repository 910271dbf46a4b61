import { mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserShell, serveBrowserShell } from '../../../main/browser-shell/serve-browser-shell.ts';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { temporaryDirectory } from '../../support/test-station.ts';

let shell: BrowserShell;
let port: number;
let token: string;
let dir: string;
const serviceEntry = path.resolve('main/service-process.ts');

beforeAll(async () => {
  dir = temporaryDirectory();
  const rendererDir = path.join(dir, 'renderer');
  mkdirSync(rendererDir, { recursive: true });
  writeFileSync(path.join(rendererDir, 'index.html'), '<!doctype html><title>Station</title>');
  const databaseKey = keyFromFile(dir);
  const options = { dir, databaseKey, keyPlace: 'key-file', mode: 'trial', runtime: 'test' } as const;
  shell = await serveBrowserShell({ rendererDir, serviceEntry, port: 0, options });
  const { port: given, hash } = new URL(shell.address);
  port = Number(given);
  token = hash.slice(1);
  await told('opened');
}, 60_000);
afterAll(() => shell.close());

test('the page comes with a policy that loads nothing but its own files, and nothing else is served', async () => {
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const target of ['/nothing.html', '/../station.key', '/%2e%2e/station.key', '/%zz', '//', '/a b'])
    expect(await statusOf(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}`), target).toMatch(/40[04]/);
  expect(await statusOf('GET / HTTP/1.1\r\nHost: station.invalid')).toBe('404');
  expect(await statusOf(`POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 0`)).toBe('404');
});

test('a connection needs the token, our origin, our host and our path', async () => {
  const origin = `http://127.0.0.1:${port}`;
  expect(await connect(`/ask?token=${token}`, { origin })).toBe('open');
  expect(await connect(`/ask?token=${token}`, { origin: 'https://example.invalid' })).toBe('refused');
  expect(await connect(`/ask?token=${token}`, {})).toBe('refused');
  expect(await connect(`/ask?token=${token}`, { origin, host: `localhost:${port}` })).toBe('refused');
  expect(await connect(`/ask?token=${token.slice(1)}`, { origin })).toBe('refused');
  expect(await connect('/ask', { origin })).toBe('refused');
  expect(await connect(`/other?token=${token}`, { origin })).toBe('refused');
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket';
  expect(await statusOf(`GET // HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${upgrade}`)).toBe('403');
});

test('what is no question, and what is too long, ends its own connection and nobody else', async () => {
  for (const message of ['not json', '{"id":"1"}', '[]', 'null', 'x'.repeat(9 * 1024 * 1024)]) {
    const socket = await opened();
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.send(message);
    expect([1008, 1009]).toContain(await closed);
  }
  const socket = await opened();
  expect(await answerTo(socket, { id: 7, channel: 'store.open', input: {} })).toMatchObject({
    id: 7,
    answer: { ok: false },
  });
  expect(await answerTo(socket, { id: 8, channel: 'system.status', input: {} })).toMatchObject({
    id: 8,
    answer: { ok: true },
  });
  socket.close();
});

test('a message nested 5,000 deep ends its own connection, and shell and service go on', async () => {
  const pid = shell.servicePid();
  const input = '['.repeat(5_000) + ']'.repeat(5_000);
  const hostile = await opened();
  const closed = new Promise<number>((resolve) => hostile.once('close', resolve));
  hostile.send(`{"id":5,"channel":"system.status","input":${input}}`);
  expect(await closed).toBe(1008);
  const socket = await opened();
  expect(await answerTo(socket, { id: 6, channel: 'system.status', input: {} })).toMatchObject({
    answer: { ok: true },
  });
  expect(shell.servicePid()).toBe(pid);
  socket.close();
});

test('a service that dies is started again, and the page goes on with the connection that it has', async () => {
  const socket = await opened();
  const first = shell.servicePid();
  const isUpAgain = told('opened', socket);
  process.kill(Number(first), 'SIGKILL');
  await isUpAgain;
  expect(shell.servicePid()).not.toBe(first);
  expect(await answerTo(socket, { id: 9, channel: 'system.status', input: {} })).toMatchObject({
    answer: { ok: true },
  });
  socket.close();
});

test('a second station on the same directory says that one is running, and opens once that is closed', async () => {
  const options = { dir, databaseKey: keyFromFile(dir), keyPlace: 'key-file', mode: 'trial' } as const;
  const parts = { rendererDir: dir, serviceEntry, port: 0, options: { ...options, runtime: 'test' } };
  const second = await serveBrowserShell(parts);
  const { origin, hash } = new URL(second.address);
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/ask?token=${hash.slice(1)}`, {
    headers: { origin },
  });
  expect(await told('not-opened', socket)).toMatchObject({ fault: { code: 'station-running' } });
  const isOpen = told('opened', socket);
  await shell.close();
  await isOpen;
  await second.close();
});

/** The next message of that kind that the page is sent. */
async function told(kind: string, socket?: WebSocket): Promise<unknown> {
  const from =
    socket ??
    new WebSocket(`ws://127.0.0.1:${port}/ask?token=${token}`, {
      headers: { origin: `http://127.0.0.1:${port}` },
    });
  return new Promise((resolve) => {
    from.on('message', (raw) => {
      const message = JSON.parse(String(raw)) as { kind: string };
      if (message.kind !== kind) return;
      if (!socket) from.close();
      resolve(message);
    });
  });
}

/** The status of a request that an honest client would not send. */
function statusOf(head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(`${head}\r\n\r\n`));
    socket.once('error', reject);
    socket.once('data', (chunk: Buffer) => {
      resolve(/^HTTP\/1\.1 (\d+)/.exec(String(chunk))?.[1] ?? String(chunk));
      socket.destroy();
    });
  });
}

function connect(target: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${target}`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      resolve('open');
      socket.close();
    });
    socket.on('error', () => resolve('refused'));
  });
}

function opened(): Promise<WebSocket> {
  const headers = { origin: `http://127.0.0.1:${port}` };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ask?token=${token}`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once('open', () => resolve(socket));
  });
}

function answerTo(socket: WebSocket, question: { id: number; channel: string; input: unknown }) {
  return new Promise((resolve) => {
    socket.on('message', (raw) => {
      const message = JSON.parse(String(raw)) as { kind: string; id?: number };
      if (message.kind === 'answer' && message.id === question.id) resolve(message);
    });
    socket.send(JSON.stringify(question));
  });
}
