import { createReadStream, existsSync } from 'node:fs';
import { compileBook } from '../../domain/schedules/evaluation/compile-book.ts';
import { readSupportingData } from '../schedules/cdsi/read-supporting-data.ts';
import { boundedLines } from './bounded-lines.ts';
import type { CliCommand } from './cli-command.ts';
import { readOptions } from './options.ts';
import { answerScheduleLine } from './schedule-answer.ts';

export const command: CliCommand = {
  summary: 'judges vaccination histories by schedules, one JSON a line, and says what is due next',
  usage: 'station schedule evaluate --batch [FILE] --supporting-data DIR',
  async run(args, io) {
    const config = { batch: { type: 'boolean' }, 'supporting-data': { type: 'string' } } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const dir = words.values['supporting-data'];
    const [file, ...more] = words.positionals;
    if (!words.values.batch || dir === undefined || more.length > 0) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    if (file !== undefined && !existsSync(file)) {
      io.err(`The file ${file} cannot be read.`);
      return 2;
    }
    const book = await readSupportingData(dir);
    if (!book.ok) {
      io.err(book.refusal);
      return 2;
    }
    const compiled = compileBook(book.value);
    for await (const line of boundedLines(file === undefined ? io.stdin : createReadStream(file))) {
      if (line?.trim() === '') continue;
      io.out(JSON.stringify(answerScheduleLine(compiled, line)));
      await io.ready?.();
    }
    return 0;
  },
};
