import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { openFaultOf } from '../centre/open-fault.ts';
import { storeFaultOf } from '../store/store-fault.ts';
import type { CliIo } from './cli-command.ts';
import { FileNotWritten } from './write-private-file.ts';

/** The options of a command line, or undefined after saying what is wrong with it. */
export function readOptions<Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  usage: string,
  io: CliIo,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    io.err(`${(error as Error).message}\nUsage: ${usage}`);
    return undefined;
  }
}

/**
 * Runs the work of a command; a store that does not open or a file that cannot be written is a sentence and
 * exit code 1, not a stack.
 */
export async function withStoreFaults(
  io: CliIo,
  isJson: boolean,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileNotWritten) {
      const { message: sentence } = error;
      if (isJson) io.out(JSON.stringify({ ok: false, fault: 'file-not-written', sentence }));
      io.err(sentence);
      return 1;
    }
    const fault = storeFaultOf(error);
    if (!fault) throw error;
    const { code, sentence } = openFaultOf(fault.code);
    if (isJson) io.out(JSON.stringify({ ok: false, fault: code, sentence: sentence.en }));
    io.err(sentence.en);
    return code === 'no-station' ? 2 : 1; // the command was called wrongly
  }
}
