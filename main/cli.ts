import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CliCommand, CliIo } from './cli/cli-command.ts';

/** A command lies where its words say: `log verify` in `commands/log/verify.ts`. Nothing else names it. */
const commandsDir = path.join(import.meta.dirname, 'cli/commands');

/** Runs one command line (`['log', 'verify', '--dir', 'D']`) and answers its exit code. */
export async function runCli(words: string[], io: CliIo): Promise<number> {
  for (const length of [2, 1]) {
    const command = await loadCommand(words.slice(0, length));
    if (command) return command.run(words.slice(length), io);
  }
  io.err(words.length === 0 ? 'Which command?' : `There is no command '${words.join(' ')}'.`);
  for (const name of commandNames())
    io.err(`  ${name.padEnd(26)} ${(await loadCommand(name.split(' ')))?.summary}`);
  return 2;
}

/** Every command by its words, in the order of the alphabet. */
export function commandNames(): string[] {
  return readdirSync(commandsDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length).split(path.sep).join(' '))
    .sort();
}

/** Loaded on demand, so that a quick command does not pay for the others. */
export async function loadCommand(words: readonly string[]): Promise<CliCommand | undefined> {
  if (words.length === 0 || !words.every((word) => /^[a-z-]+$/.test(word))) return undefined;
  const file = `${path.join(commandsDir, ...words)}.ts`;
  if (!existsSync(file)) return undefined;
  const loaded = (await import(pathToFileURL(file).href)) as { readonly command: CliCommand };
  return loaded.command;
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
