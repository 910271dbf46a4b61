import { readFile } from 'node:fs/promises';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { CliIo } from './cli-command.ts';

/** The first line of a file: a passphrase on the command line would be seen by everybody on the machine. */
export async function readPassphrase(
  path: string | undefined,
  io: CliIo,
): Promise<Result<string | undefined, 'file-unreadable'>> {
  if (path === undefined) return accept(undefined);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return accept(text.split(/\r?\n/, 1)[0]);
  io.err(`The file ${path} with the passphrase cannot be read.`);
  return refuse('file-unreadable');
}
