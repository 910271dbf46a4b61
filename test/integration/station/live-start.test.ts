import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { FromService } from '../../../contracts/ipc/protocol.ts';
import { createStationService, type StationService } from '../../../main/service.ts';
import type { Read } from '../../support/asking.ts';
import { temporaryDirectory } from '../../support/test-station.ts';

let service: StationService | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

/** What `--live` starts: the whole service of a fresh directory, asked as a window asks. */
async function startLive() {
  const waiting = new Map<number, (answer: Answer) => void>();
  let opened: () => void = () => {};
  const isOpen = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const started = createStationService((message: FromService) => {
    if (message.kind === 'opened') opened();
    if (message.kind === 'answer') waiting.get(message.id)?.(message.answer);
  });
  service = started;
  const options = {
    dir: temporaryDirectory(),
    databaseKey: randomBytes(32).toString('hex'),
    keyPlace: 'key-store',
    mode: 'live',
    runtime: 'test',
  } as const;
  started.receive({ kind: 'open', options });
  await isOpen;
  let nextId = 1;
  const ask = (channel: string, input: object): Promise<Read> => {
    const id = nextId++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      started.receive({ kind: 'ask', id, session: 'window', channel, input });
    });
  };
  return { ask, options };
}

test('a live centre starts with its set-up: no person, no staff, no PIN, no certificate and no Google of a trial', async () => {
  const { ask } = await startLive();
  expect(await ask('staff.session', {})).toMatchObject({ value: { isFirstRun: true } });
  const status = (await ask('system.status', {})).value;
  expect(status).toMatchObject({ mode: 'live', warnings: [{ code: 'certificate-no-certificate' }] });
  expect(JSON.stringify(await ask('staff.roster', {}))).not.toMatch(/Albrecht|pin/i);
  expect(await ask('desk.today', {})).toMatchObject({ ok: false });

  const lead = { requestId: crypto.randomUUID(), name: 'Die Leitung', pin: '739164' };
  expect(await ask('staff.add-first', lead)).toMatchObject({ ok: true });
  expect((await ask('desk.today', {})).value.counts).toEqual({ all: 0, here: 0 });
  const overview = (await ask('wallets.overview', {})).value;
  expect(overview).toMatchObject({ mode: 'live', certificates: [], requests: [], waitingPasses: 0 });
  expect(overview.google).toBeUndefined();
  expect(await ask('wallets.trial-account', {})).toMatchObject({ refusal: { reason: 'not-a-trial' } });
  expect((await ask('handover.settings', {})).value.server.kind).toBe('off');
});
