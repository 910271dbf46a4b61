import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { readJson } from '../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { recogniseScan, recogniseVial, type ScanContext } from '../../domain/scan/recognise-scan.ts';
import type { Scanned, ScanRefusal } from '../../domain/scan/scanned.ts';
import { burstsOf } from '../../domain/scan/wedge/bursts-of.ts';
import type { KeyRecord } from '../../domain/scan/wedge/key-record.ts';
import { readWedge } from '../../domain/scan/wedge/read-wedge.ts';
import { refusalWeight } from '../../domain/scan/wedge/refusal-weight.ts';
import { answerOf, refusalOf, type ScanAnswer } from './scan-answer.ts';

const keyRecord = z.object({
  key: z.string(),
  code: z.string(),
  timeStamp: z.number(),
  type: z.enum(['keydown', 'keyup']).optional(),
  shiftKey: z.boolean().optional(),
  ctrlKey: z.boolean().optional(),
  altKey: z.boolean().optional(),
  metaKey: z.boolean().optional(),
  isCapsLock: z.boolean().optional(),
  repeat: z.boolean().optional(),
  isComposing: z.boolean().optional(),
});
const MOST_KEY_BYTES = 50 * 1024 * 1024;
const keyRecords = z.array(keyRecord).max(100_000);

/** One thing to read: exactly one of text, hex, keys (the events, or a file of them) and image (a file). */
export const scanRequest = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    text: z.string().optional(),
    hex: z.string().optional(),
    keys: z.union([z.string(), keyRecords]).optional(),
    image: z.string().optional(),
    kind: z.enum(['vial', 'any']).default('any'),
  })
  .refine(
    ({ text, hex, keys, image }) => [text, hex, keys, image].filter((way) => way !== undefined).length === 1,
    'one of text, hex, keys and image',
  );
export type ScanRequest = z.output<typeof scanRequest>;

/** What the command cannot do by itself. */
export interface ScanTools {
  readonly referenceYear: number;
  readonly handOverBase?: string;
  /** The symbol in a picture: its text, its symbology, and whether FNC1 led. */
  readonly decodeImage?: (file: string) => Promise<Result<DecodedSymbol, string>>;
  /** What the desk of a centre would say to these readings. */
  readonly decide?: (texts: readonly string[], via: ScanVia) => object;
}

export type ScanVia = 'wedge' | 'camera' | 'typed';

/** The answer, and what it was read from. */
interface Outcome {
  readonly answer: ScanAnswer;
  readonly texts: readonly string[];
  readonly via: ScanVia;
}

export interface DecodedSymbol {
  readonly text: string;
  readonly symbology: string;
  readonly isGs1: boolean;
}

type Recognise = (text: string, context: ScanContext) => Result<Scanned, ScanRefusal>;

/** Reads what a request asks for. Every refusal is an answer. */
export async function answerScan(
  request: ScanRequest,
  tools: ScanTools,
): Promise<ScanAnswer & { readonly decision?: object }> {
  const { answer, texts, via } = await read(request, tools);
  const isForDesk = request.kind === 'any' && answer.kind !== 'gs1' && answer.kind !== 'ppn';
  if (!tools.decide || !isForDesk || texts.length === 0) return answer;
  return { ...answer, decision: tools.decide(texts, via) };
}

function read(request: ScanRequest, tools: ScanTools): Outcome | Promise<Outcome> {
  const recognise = request.kind === 'vial' ? recogniseVial : recogniseScan;
  if (request.text !== undefined) return readText(request.text, recognise, tools, { isTyped: true });
  if (request.hex !== undefined) return readHex(request.hex, recognise, tools);
  if (request.keys !== undefined) return readKeys(request.keys, recognise, tools);
  return readImage(request, recognise, tools);
}

function readText(
  text: string,
  recognise: Recognise,
  { referenceYear, handOverBase }: ScanTools,
  source: Omit<ScanContext, 'referenceYear' | 'handOverBase'>,
): Outcome {
  const result = recognise(text, { referenceYear, handOverBase, ...source });
  const answer = result.ok ? answerOf(result.value) : refusalOf(result.refusal);
  return { answer, texts: [text], via: source.isTyped ? 'typed' : 'camera' };
}

function readHex(hex: string, recognise: Recognise, tools: ScanTools): Outcome {
  const digits = hex.replace(/\s/g, '');
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) return nothing('hex-malformed');
  const text = textOf(Buffer.from(digits, 'hex'));
  return readText(text, recognise, tools, { isTyped: false, areSeparatorsCertain: true });
}

async function readKeys(
  keys: NonNullable<ScanRequest['keys']>,
  recognise: Recognise,
  { referenceYear, handOverBase }: ScanTools,
): Promise<Outcome> {
  const records = typeof keys === 'string' ? await recordsIn(keys) : accept<KeyRecord[]>(keys);
  if (!records.ok) return nothing(records.refusal);
  const [burst, ...others] = burstsOf(records.value);
  if (!burst) return nothing('typed-by-hand');
  if (others.length > 0) return nothing('several-scans');
  const context = { referenceYear, handOverBase, isTyped: false };
  const found = readWedge(burst, (text) => recognise(text, context), undefined, refusalWeight);
  switch (found.kind) {
    case 'read':
      return { answer: answerOf(found.value), texts: [found.reading.text], via: 'wedge' };
    case 'refused':
      return {
        answer: refusalOf(found.refusal),
        texts: found.readings.slice(0, 1).map(({ text }) => text),
        via: 'wedge',
      };
    case 'ambiguous':
      return {
        answer: answerOf({ kind: 'ambiguous', candidates: found.candidates.map(({ value }) => value) }),
        texts: found.candidates.map(({ reading }) => reading.text),
        via: 'wedge',
      };
  }
}

async function readImage(request: ScanRequest, recognise: Recognise, tools: ScanTools): Promise<Outcome> {
  if (!tools.decodeImage) return nothing('no-decoder');
  const symbol = await tools.decodeImage(request.image ?? '');
  if (!symbol.ok) return nothing(symbol.refusal);
  const { text, symbology, isGs1 } = symbol.value;
  const source = { isTyped: false, areSeparatorsCertain: true, symbology: { symbology, isGs1 } };
  const outcome = readText(text, recognise, tools, source);
  const { answer } = outcome;
  if (answer.kind !== 'refused')
    return { ...outcome, answer: { kind: answer.kind, fields: { symbology, text, ...answer.fields } } };
  // What a picture says is worth telling even if it is no code of ours; a wrong vial is not.
  return request.kind === 'vial'
    ? outcome
    : { ...outcome, answer: { kind: 'text', fields: { symbology, text } } };
}

function nothing(reason: string): Outcome {
  return { answer: refusalOf({ reason }), texts: [], via: 'wedge' };
}

async function recordsIn(file: string): Promise<Result<KeyRecord[], string>> {
  const size = await stat(file).catch(() => undefined);
  if (!size?.isFile() || size.size > MOST_KEY_BYTES) return refuse('file-unreadable');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return refuse('file-unreadable');
  const parsed = keyRecords.safeParse(readJson(text));
  return parsed.success ? accept(parsed.data) : refuse('keys-malformed');
}

/** Symbols hold UTF-8 or, from older writers, Latin 1. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
