import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import type { ServerLog } from '../../../headquarters/headquarters.ts';
import { startHeadquarters } from '../../../headquarters/start-headquarters.ts';
import { aDatabase } from '../../support/headquarters.ts';
import { startWebhookReceiver } from '../../support/webhook-receiver.ts';

test('a headquarters that is killed after the commit and before the answer tells of it at its next start, under the same id', async () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-webhook-'));
  const database = await aDatabase();
  const receiver = await startWebhookReceiver();
  receiver.answers.push('silence');
  try {
    const script = path.join(import.meta.dirname, 'webhook-in-process.ts');
    const child = spawn(process.execPath, [script, dir, database.url, receiver.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [secret] = await once(child.stdout, 'data');
    while (receiver.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const again = await startHeadquarters({
      settings: {
        dir,
        host: '127.0.0.1',
        port: 0,
        databaseUrl: database.url,
        webhookNetworks: ['127.0.0.0/8'],
      },
      log: pino({ level: 'silent' }) as unknown as ServerLog,
    });
    while (receiver.heard.length === 1) await new Promise((resolve) => setTimeout(resolve, 20));
    await again.close();
    const [first, second] = receiver.heard;
    expect(second?.text).toBe(first?.text);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    const judge = new Webhook(String(secret).trim());
    expect(() => judge.verify(second?.text ?? '', second?.headers as Record<string, string>)).not.toThrow();
    expect(receiver.heard).toHaveLength(2);
  } finally {
    await receiver.close();
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  }
}, 60_000);
