import pino from 'pino';
import type { ServerLog } from '../../../headquarters/headquarters.ts';
import { startHeadquarters } from '../../../headquarters/start-headquarters.ts';
import { partsDone } from '../../support/recounted-passes.ts';

/** A headquarters that says how many parts of the work are done, and goes on until somebody kills it. */
const [dir = '', databaseUrl = '', centre = ''] = process.argv.slice(2);
const { headquarters } = await startHeadquarters({
  settings: { dir, host: '127.0.0.1', port: 0, databaseUrl },
  log: pino({ level: 'silent' }) as unknown as ServerLog,
});
for (;;) {
  console.log(await partsDone({ headquarters, centre }));
  await new Promise((resolve) => setTimeout(resolve, 10));
}
