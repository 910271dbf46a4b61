import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../headquarters/store/embedded/start-embedded-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Ask it for the address of the one PostgreSQL of this run: the first who asks starts it. */
    postgresStarter: string;
  }
}

/** One PostgreSQL for all test files of a run, started when the first of them needs it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'impfpass-postgres-'));
  let started: Promise<EmbeddedPostgres> | undefined;
  const server = createServer((_request, response) => {
    started ??= startEmbeddedPostgres({ dir, isDurable: false });
    started.then(
      (postgres) => response.end(postgres.url('postgres')),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  project.provide('postgresStarter', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  return async () => {
    server.close();
    await (await started?.catch(() => undefined))?.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}
