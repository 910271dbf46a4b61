import { once } from 'node:events';
import type { CliCommand, CliIo } from './cli/cli-command.ts';

type Loader = () => Promise<{ command: CliCommand }>;

/** Every command by its words. Loaded on demand, so that a quick one does not pay for the others. */
const commands: Record<string, Loader> = {
  'certificate issue': () => import('./cli/certificate-issue.ts'),
  'certificate verify': () => import('./cli/certificate-verify.ts'),
  'demo-day': () => import('./cli/demo-day.ts'),
  'export csv': () => import('./cli/export-csv.ts'),
  'export day-list': () => import('./cli/export-day-list.ts'),
  'export fhir': () => import('./cli/export-fhir.ts'),
  'import csv': () => import('./cli/import-csv.ts'),
  'import fhir': () => import('./cli/import-fhir.ts'),
  'people export': () => import('./cli/people-export.ts'),
  'people match': () => import('./cli/people-match.ts'),
  'log verify': () => import('./cli/log-verify.ts'),
  'pass inspect': () => import('./cli/pass-inspect.ts'),
  'pass-certificate check': () => import('./cli/pass-certificate-check.ts'),
  'pass-certificate request': () => import('./cli/pass-certificate-request.ts'),
  scan: () => import('./cli/scan.ts'),
  'schedule evaluate': () => import('./cli/schedule-evaluate.ts'),
  'scan refused': () => import('./cli/scan-refused.ts'),
  'trust-list import': () => import('./cli/trust-list-import.ts'),
};

/** Runs one command line (`['log', 'verify', '--dir', 'D']`) and answers its exit code. */
export async function runCli(words: string[], io: CliIo): Promise<number> {
  for (const length of [2, 1]) {
    const load = commands[words.slice(0, length).join(' ')];
    if (load) {
      const { command } = await load();
      return command.run(words.slice(length), io);
    }
  }
  io.err(words.length === 0 ? 'Which command?' : `There is no command '${words.join(' ')}'.`);
  for (const [name, load] of Object.entries(commands))
    io.err(`  ${name.padEnd(26)} ${(await load()).command.summary}`);
  return 2;
}

if (import.meta.main) {
  // Whoever reads the answers has seen enough (`| head`): there is nobody to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await runCli(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    ready: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    stdin: process.stdin,
  });
}
