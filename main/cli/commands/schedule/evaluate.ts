import { createReadStream, existsSync } from 'node:fs';
import type { Result } from '../../../../domain/kernel/result.ts';
import { compileBook } from '../../../../domain/schedules/evaluation/compile-book.ts';
import type { ScheduleBook } from '../../../../domain/schedules/evaluation/schedule-book.ts';
import { readSupportingData } from '../../../schedules/cdsi/read-supporting-data.ts';
import { readScheduleFile } from '../../../schedules/read-schedule-file.ts';
import { boundedLines } from '../../bounded-lines.ts';
import type { CliCommand } from '../../cli-command.ts';
import { readOptions } from '../../options.ts';
import { answerScheduleLine } from '../../schedule-answer.ts';

export const command: CliCommand = {
  summary: 'evaluates vaccination histories by schedules, one JSON a line, and says what is due next',
  usage: 'station schedule evaluate --batch [FILE] (--supporting-data DIR | --schedules FILE)',
  async run(args, io) {
    const text = { type: 'string' } as const;
    const config = { batch: { type: 'boolean' }, 'supporting-data': text, schedules: text } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const reading = readBook(words.values['supporting-data'], words.values.schedules);
    const [file, ...more] = words.positionals;
    if (!words.values.batch || !reading || more.length > 0) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    if (file !== undefined && !existsSync(file)) {
      io.err(`The file ${file} cannot be read.`);
      return 2;
    }
    const book = await reading;
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

/** From the CDC's supporting data or from a file of ours; undefined unless exactly one of them is named. */
function readBook(
  dir: string | undefined,
  file: string | undefined,
): Promise<Result<ScheduleBook, string>> | undefined {
  if (dir !== undefined) return file === undefined ? readSupportingData(dir) : undefined;
  return file === undefined ? undefined : readScheduleFile(file);
}
