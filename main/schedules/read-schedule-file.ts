import { type AnyNode, parse } from '@humanwhocodes/momoa';
import { scheduleBook } from '../../contracts/schedules/schedule-book.ts';
import { faultOfJson, type JsonFault, readJson } from '../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { bookFaultSentence } from '../../domain/schedules/evaluation/faults/book-fault.ts';
import { faultsOfBook } from '../../domain/schedules/evaluation/faults/book-faults.ts';
import type { ScheduleBook } from '../../domain/schedules/evaluation/schedule-book.ts';
import { mostBytesOf, readForeignText } from '../read-foreign-file.ts';

/** A file with schedules in our own form. Refused with one sentence that names the line. */
export async function readScheduleFile(file: string): Promise<Result<ScheduleBook, string>> {
  const text = await readForeignText(file, mostBytesOf.schedules);
  if (text === undefined) return refuse(`The file ${file} cannot be read.`);
  const read = readSchedules(text);
  return read.ok ? read : refuse(`${file}, ${read.refusal}`);
}

/** The schedules in a text (JSON); a refusal starts with the line: `line 12: ...`. */
export function readSchedules(text: string): Result<ScheduleBook, string> {
  if (holdsTooMuch(text)) return refuse('line 1: this is longer than any schedules are.');
  const form = faultOfJson(text);
  if (form) return refuse(`line ${lineOfFault(text, form)}`);
  let tree: AnyNode;
  try {
    tree = parse(text, { mode: 'json' }).body;
  } catch (error) {
    const { line = 1 } = error as { line?: number };
    return refuse(`line ${line}: this is no JSON.`);
  }
  const parsed = scheduleBook.safeParse(readJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = (issue?.path ?? []) as (string | number)[];
    return refuse(`line ${lineOf(tree, path)}: ${path.join('.')}: ${issue?.message}.`);
  }
  const fault = faultsOfBook(parsed.data)[0];
  if (fault) return refuse(`line ${lineOf(tree, fault.path)}: ${bookFaultSentence(fault).en}`);
  return accept(parsed.data);
}

/** Many times what the schedules of the CDC have: what is said of each of millions of items fills the memory. */
const MOST_ITEMS = 200_000;

function holdsTooMuch(text: string): boolean {
  let items = 0;
  for (let at = 0; at < text.length && items <= MOST_ITEMS; at += 1) {
    const sign = text[at];
    if (sign === ',' || sign === '{' || sign === '[') items += 1;
  }
  return items > MOST_ITEMS;
}

function lineOfFault(text: string, fault: JsonFault): string {
  if (fault === 'too-deep') return '1: this nests too deep.';
  const name = JSON.stringify(fault.twice);
  const last = text.lastIndexOf(name);
  return `${text.slice(0, last < 0 ? 0 : last).split('\n').length}: ${name} stands twice.`;
}

/** The line on which the value at a path stands, or the nearest one around it that there is. */
function lineOf(tree: AnyNode, path: readonly (string | number)[]): number {
  let node = tree;
  for (const step of path) {
    const next = childOf(node, step);
    if (!next) break;
    node = next;
  }
  return node.loc.start.line;
}

function childOf(node: AnyNode, step: string | number): AnyNode | undefined {
  if (node.type === 'Array') return node.elements[Number(step)]?.value;
  if (node.type !== 'Object') return undefined;
  return node.members.find(({ name }) => name.type === 'String' && name.value === step)?.value;
}
