import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningHeadquarters, startHeadquarters } from '../../../headquarters/start-headquarters.ts';
import {
  createDatabase,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../headquarters/store/embedded/start-embedded-postgres.ts';
import { aHeadquarters, type TestHeadquarters, testLog } from '../../support/headquarters.ts';

describe('the server', () => {
  let test: TestHeadquarters;
  beforeAll(async () => {
    test = await aHeadquarters();
    test.app.post('/test/echo', async (request) => ({ bytes: JSON.stringify(request.body).length }));
    test.app.get('/test/fault', async () => {
      throw new Error('Erika Mustermann, born 1950-01-02');
    });
  });
  afterAll(() => test.close());

  it('says that it lives and that it can work', async () => {
    expect((await test.app.inject('/health')).json()).toMatchObject({ status: 'up' });
    expect((await test.app.inject('/ready')).json()).toMatchObject({ status: 'ready' });
  });

  it('answers an unknown address with a problem document', async () => {
    const answer = await test.app.inject('/no/such/page');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ type: 'urn:impfpass:problem:not-found', status: 404 });
  });

  it('takes a body of 1 MiB and none that is larger', async () => {
    const post = (text: string) =>
      test.app.inject({ method: 'POST', url: '/test/echo', payload: JSON.stringify(text), headers: json });
    expect((await post('x'.repeat(1024 * 1024 - 2))).statusCode).toBe(200);
    const tooMuch = await post('x'.repeat(1024 * 1024 - 1));
    expect(tooMuch.statusCode).toBe(413);
    expect(tooMuch.json()).toMatchObject({ type: 'urn:impfpass:problem:too-large' });
  });

  it('answers a body that nests without end as any other that is not valid', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/test/echo',
      payload: '['.repeat(5_000) + ']'.repeat(5_000),
      headers: json,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ type: 'urn:impfpass:problem:not-valid' });
  });

  it.each([
    ['{"a":', 400, 'application/json'],
    ['<a/>', 415, 'text/xml'],
  ])('answers the body %s with problem %d', async (payload, status, type) => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/test/echo',
      payload,
      headers: { 'content-type': type },
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().status).toBe(status);
  });

  it('tells of a fault inside only the number of a line in the log, which says nothing about a person', async () => {
    const answer = await test.app.inject('/test/fault');
    expect(answer.statusCode).toBe(500);
    const { logId } = answer.json();
    const line = test.logged.find((facts) => facts.logId === logId);
    expect(line).toMatchObject({ code: 'request-failed', error: 'Error' });
    expect(answer.body + JSON.stringify(test.logged)).not.toContain('Mustermann');
  });
});

describe('a PostgreSQL that goes and comes back', () => {
  let dir: string;
  let postgres: EmbeddedPostgres;
  let running: RunningHeadquarters;
  beforeAll(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-away-'));
    postgres = await startEmbeddedPostgres({ dir });
    const settings = {
      dir,
      host: '127.0.0.1',
      port: 0,
      databaseUrl: await createDatabase(postgres, 'headquarters'),
    };
    running = await startHeadquarters({ settings, log: testLog([]) });
  });
  afterAll(async () => {
    await running?.close();
    await postgres?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('costs 503 while it is away, and no restart', async () => {
    const ready = () => fetch(`${running.address}/ready`);
    expect((await ready()).status).toBe(200);
    const port = Number(new URL(postgres.url('x')).port);
    await postgres.stop();
    const away = await ready();
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('2');
    const asBrowser = { accept: 'text/html,*/*;q=0.8', 'accept-language': 'de' };
    const booking = await fetch(`${running.address}/book/probe`, { headers: asBrowser });
    expect(booking.status).toBe(503);
    expect(booking.headers.get('content-type')).toContain('text/html');
    expect(await booking.text()).toContain('Bitte laden Sie die Seite in einer Minute neu.');
    const program = await fetch(`${running.address}/book/probe`);
    expect(program.headers.get('content-type')).toContain('application/problem+json');
    const nowhere = await fetch(`${running.address}/nowhere`, { headers: asBrowser });
    expect([nowhere.status, await nowhere.text()]).toEqual([404, expect.stringContaining('<h1>Diese Seite')]);
    const page = await fetch(`${running.address}/console/first?token=${'x'.repeat(64)}`);
    expect(page.status).toBe(410); // needs no database
    expect((await fetch(`${running.address}/health`)).status).toBe(200);
    postgres = await startEmbeddedPostgres({ dir, port });
    expect((await ready()).status).toBe(200);
  });

  it('that is killed is started again, with everything that was committed', async () => {
    const before = postgres.pid;
    process.kill(before, 'SIGKILL');
    await vi.waitFor(
      async () => {
        expect(postgres.pid).not.toBe(before);
        expect((await fetch(`${running.address}/ready`)).status).toBe(200);
      },
      { timeout: 20_000, interval: 100 },
    );
  }, 30_000);
});

const json = { 'content-type': 'application/json' };
