import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { nodeChannel } from '../../../main/shell/channel.ts';
import { ServiceSupervisor } from '../../../main/shell/service-supervisor.ts';
import { takePreparedStore } from '../../support/prepared-store.ts';
import { temporaryDirectory } from '../../support/test-station.ts';

let supervisor: ServiceSupervisor;
const states: string[] = [];

beforeAll(async () => {
  const dir = temporaryDirectory();
  await takePreparedStore(dir, 'trial', new Date().toISOString() as never);
  const options = { dir, databaseKey: keyFromFile(dir), keyPlace: 'key-file', mode: 'trial' } as const;
  supervisor = new ServiceSupervisor({
    start: () => nodeChannel(path.resolve('main/service-process.ts'), process.execPath),
    options: () => ({ ...options, runtime: 'test' }),
    onState: ({ kind }) => states.push(kind),
    onChanged: () => {},
  });
  supervisor.start();
  await vi.waitUntil(() => supervisor.state.kind === 'up', 60_000);
}, 90_000);
afterAll(() => supervisor.stop());

test('a message nested 5,000 deep is refused as a value, and the same service goes on', async () => {
  const pid = supervisor.pid;
  let deep: unknown = {};
  for (let level = 0; level < 5_000; level++) deep = [deep];
  expect(await supervisor.ask('w', 'system.status', deep)).toEqual({
    ok: false,
    refusal: { reason: 'input-invalid' },
  });
  expect(await supervisor.ask('w', 'system.status', {})).toMatchObject({ ok: true });
  expect(supervisor.pid).toBe(pid);
});

test('a service that is stopped is noticed within ten seconds and started again', async () => {
  const hung = Number(supervisor.pid);
  process.kill(hung, 'SIGSTOP');
  const waiting = supervisor.ask('w', 'system.status', {});
  const before = performance.now();
  expect(await waiting).toMatchObject({ problem: { code: 'service-went-away' } });
  expect(performance.now() - before).toBeLessThan(11_000);
  await vi.waitUntil(() => supervisor.state.kind === 'up', 30_000);
  expect(supervisor.pid).not.toBe(hung);
  expect(await supervisor.ask('w', 'system.status', {})).toMatchObject({ ok: true });
}, 60_000);

test.runIf(process.platform === 'linux')('a service leaves no core file, whatever it held', () => {
  const limits = readFileSync(`/proc/${supervisor.pid}/limits`, 'utf8');
  expect(limits).toMatch(/^Max core file size\s+0\s+0\s/m);
});

test('a service that is idle or busy with nothing is left alone', async () => {
  const pid = supervisor.pid;
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  expect(supervisor.pid).toBe(pid);
}, 20_000);
