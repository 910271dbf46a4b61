import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { parseSync } from 'rolldown/utils';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A regular expression of the product, and where it stands. */
export interface Pattern {
  readonly place: string;
  readonly pattern: RegExp;
}

/** Folders whose code meets what others wrote: all of the product. */
const product =
  /^(domain|contracts|decoding|interchange|issuing|main|headquarters|pages|documents|messaging|ledger|renderer|ui|scripts\/verify-log)/;

/** Every regular expression that is written out in the product. */
export function writtenPatterns(): Pattern[] {
  return productFiles().flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    const found: Pattern[] = [];
    collect(parseSync(file, text).program, (pattern, start) => {
      const line = text.slice(0, start).split('\n').length;
      found.push({ place: `${file}:${line}`, pattern });
    });
    return found;
  });
}

/** Those that are put together when a module is loaded. */
export async function builtPatterns(): Promise<Pattern[]> {
  const plain = globalThis.RegExp;
  const found: Pattern[] = [];
  const files = productFiles().filter(
    (file) =>
      /^(domain|issuing)\//.test(file) && readFileSync(path.join(root, file), 'utf8').includes('new RegExp('),
  );
  for (const file of files) {
    globalThis.RegExp = new Proxy(plain, {
      construct(target, words) {
        const pattern = Reflect.construct(target, words) as RegExp;
        found.push({ place: file, pattern });
        return pattern;
      },
    });
    try {
      await import(path.join(root, file));
    } finally {
      globalThis.RegExp = plain;
    }
  }
  return found;
}

function productFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs'], { cwd: root, encoding: 'utf8' });
  return listed.split('\n').filter((file) => product.test(file));
}

function collect(node: unknown, add: (pattern: RegExp, start: number) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) collect(each, add);
    return;
  }
  const { type, regex, start } = node as {
    type?: string;
    regex?: { pattern: string; flags: string };
    start?: number;
  };
  if (type === 'Literal' && regex) add(new RegExp(regex.pattern, regex.flags), start ?? 0);
  for (const each of Object.values(node)) collect(each, add);
}

const LENGTH = 8_000;
/** Longer than any pattern takes that goes through the text once. */
const SUSPECT_MS = 12;
/** What takes so long for a text of four times the length goes through it again and again. */
const HOSTILE_MS = 200;
const GIVEN_UP_MS = 1_000;
const mostOwn = 14;

const context = vm.createContext({ now: () => performance.now() });
const slowest = new vm.Script(`(() => {
  let worst = { at: -1, ms: 0 };
  texts.forEach((text, at) => {
    const began = now();
    pattern.lastIndex = 0;
    reached = at;
    text.replace(pattern, '');
    const ms = now() - began;
    if (ms > worst.ms) worst = { at, ms };
  });
  return worst;
})()`);

/** A text by which a pattern takes time that grows faster than the text; undefined where none was found. */
export function hostileTextFor(pattern: RegExp): string | undefined {
  if (!/[*+]|\{\d+,\d*\}/.test(pattern.source)) return undefined;
  const made = pumpsFor(pattern.source).flatMap((pump) =>
    [
      ['', '\u0001'],
      ['', '!\n!'],
      [literalStart(pattern.source), '\u0001'],
    ].map(([start = '', end = '']) => ({
      named: start + pump,
      text: (length: number) => start + pump.repeat(Math.ceil(length / pump.length)) + end,
    })),
  );
  const { at, ms } = slowestOf(
    pattern,
    made.map(({ text }) => text(LENGTH)),
  );
  const found = made[at];
  if (!found || ms < SUSPECT_MS) return undefined;
  // Slow once may be another's fault: that does not last.
  const again = Math.min(...[1, 2, 3].map(() => slowestOf(pattern, [found.text(LENGTH * 4)]).ms));
  return again > HOSTILE_MS ? found.named : undefined;
}

/** Which of the texts takes longest, and how long; what takes too long for all of them is given up. */
function slowestOf(pattern: RegExp, texts: readonly string[]): { readonly at: number; readonly ms: number } {
  Object.assign(context, { pattern, texts, reached: -1 });
  try {
    return slowest.runInContext(context, { timeout: GIVEN_UP_MS }) as { at: number; ms: number };
  } catch {
    return { at: context.reached as number, ms: GIVEN_UP_MS };
  }
}

/** What the pattern names itself, some signs that stand for classes, and pairs of them. */
function pumpsFor(source: string): string[] {
  const plain = source.replace(/\\[dwsWSDbB]|\\[pP]\{[^}]*\}|\\u[0-9a-fA-F]{4}/g, ' ');
  const own = new Set<string>();
  for (const [word] of plain.matchAll(/[A-Za-z]{2,}/g)) own.add(word);
  for (const sign of plain) if (!/[()[\]{}|*+?^$\\]/.test(sign)) own.add(sign);
  for (const [, sign] of source.matchAll(/\\([.*+?^${}()|[\]\\/-])/g)) own.add(sign ?? '');
  const single = [...new Set([...own, ...'a1 -".xA\nä,:/0('])].slice(0, 60);
  const pairs = [...new Set([' ', 'a', '1', ...own])].slice(0, mostOwn);
  return [
    ...single,
    ...pairs.flatMap((one) => pairs.filter((other) => other !== one).map((other) => one + other)),
  ];
}

/** What a text has to begin with before the pattern gets anywhere. */
function literalStart(source: string): string {
  const found = /^\^?((?:[A-Za-z0-9 :"<=,;#@-]|\\[./*+?()[\]{}])+)/.exec(source)?.[1] ?? '';
  return found.replace(/\\(.)/g, '$1');
}
