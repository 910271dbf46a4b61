import { createReadStream } from 'node:fs';
import { judgeBatch } from './certificate-batch.ts';
import type { CliCommand } from './cli-command.ts';
import { readOptions } from './options.ts';

export const command: CliCommand = {
  summary: 'judges signed certificates (EU HCERT) step by step',
  usage: 'station certificate verify --batch [FILE]',
  async run(args, io) {
    const words = readOptions(args, { batch: { type: 'boolean' } } as const, command.usage, io);
    if (!words) return 2;
    if (!words.values.batch) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    const [file] = words.positionals;
    return judgeBatch(file === undefined ? io.stdin : createReadStream(file), Date.now, io);
  },
};
