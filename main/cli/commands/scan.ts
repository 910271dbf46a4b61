import { createReadStream, existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { readJson } from '../../../domain/kernel/read-json.ts';
import { boundedLines } from '../bounded-lines.ts';
import type { CliCommand, CliIo } from '../cli-command.ts';
import { readOptions, withStoreFaults } from '../options.ts';
import { refusalOf, type ScanAnswer } from '../scan-answer.ts';
import { answerScan, type ScanTools, scanRequest } from '../scan-request.ts';

export const command: CliCommand = {
  summary: 'says what a code, recorded keys or a picture is, and what the desk would decide',
  usage:
    'station scan (--text T | --hex H | --keys FILE | --image FILE) [--kind vial|any] [--dir DIR] [--json] | --batch [FILE]',
  async run(args, io) {
    const text = { type: 'string' } as const;
    const flags = { json: { type: 'boolean' }, batch: { type: 'boolean' } } as const;
    const asked = { text, hex: text, keys: text, image: text, kind: text };
    const config = { ...asked, ...flags, dir: text, 'hand-over-base': text };
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { json = false, batch = false, dir, 'hand-over-base': handOverBase, ...given } = words.values;
    const tools: ScanTools = { referenceYear: new Date().getFullYear(), handOverBase, decodeImage };
    const [file] = words.positionals;
    if (batch && file !== undefined && !existsSync(file)) {
      io.err(`The file ${file} cannot be read.`);
      return 2;
    }
    const work = (ready: ScanTools) => {
      if (!batch) return answerOne(given, json, ready, io);
      return answerBatch(file === undefined ? io.stdin : createReadStream(file), ready, io);
    };
    if (dir === undefined) return work(tools);
    // The store and all that hangs on it is only loaded for this.
    const { withDesk } = await import('../scan-desk.ts');
    return withStoreFaults(io, json, () => withDesk(dir, tools, work));
  },
};

async function answerOne(given: object, isJson: boolean, tools: ScanTools, io: CliIo): Promise<number> {
  const request = scanRequest.safeParse(given);
  if (!request.success) {
    io.err(`Usage: ${command.usage}`);
    return 2;
  }
  const answer = await answerScan(request.data, tools);
  io.out(isJson ? JSON.stringify(answer) : sentenceOf(answer));
  if (!isJson && answer.decision)
    io.out(`The desk would decide: ${JSON.stringify(answer.decision, undefined, 2)}`);
  return answer.kind === 'refused' ? 1 : 0;
}

/** One request as JSON on each line, one answer as JSON on each line, in the same order. */
async function answerBatch(input: Readable, tools: ScanTools, io: CliIo): Promise<number> {
  for await (const line of boundedLines(input)) {
    if (line?.trim() === '') continue;
    const value = line === undefined ? undefined : readJson(line);
    const request = scanRequest.safeParse(value);
    const answer = request.success
      ? await answerScan(request.data, tools)
      : refusalOf({ reason: 'request-malformed' });
    io.out(JSON.stringify({ ...idOf(value), ...answer }));
    await io.ready?.();
  }
  return 0;
}

/** The id as it came, also of a request that is otherwise malformed. */
function idOf(value: unknown): { id?: unknown } {
  return typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {};
}

function sentenceOf(answer: ScanAnswer): string {
  if (answer.kind !== 'refused') return `${answer.kind} ${JSON.stringify(answer.fields, undefined, 2)}`;
  return `Refused: ${answer.reason}${answer.ai === undefined ? '' : ` (${answer.ai})`}`;
}

/** The decoder and the library for pictures are only loaded for pictures. */
const decodeImage: ScanTools['decodeImage'] = async (file) => {
  const { readImageFile } = await import('../../scanning/read-image.ts');
  return readImageFile(file);
};
