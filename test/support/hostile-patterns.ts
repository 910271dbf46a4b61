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
const LONGEST_MS = 15;
const GIVEN_UP_MS = 500;
const mostOwn = 14;
const context = vm.createContext({});

/** A text by which a pattern takes time that grows faster than the text; undefined where none was found. */
export function hostileTextFor(pattern: RegExp): string | undefined {
  if (!/[*+]|\{\d+,\d*\}/.test(pattern.source)) return undefined;
  for (const pump of pumpsFor(pattern.source))
    for (const [start, end] of [
      ['', '\u0001'],
      ['', '!\n!'],
      [literalStart(pattern.source), '\u0001'],
    ] as const) {
      const text = (length: number) => start + pump.repeat(Math.ceil(length / pump.length)) + end;
      if (milliseconds(pattern, text(LENGTH)) < LONGEST_MS) continue;
      // Slow once may be another's fault: it has to be slow again, and to grow with the text.
      const [whole, part] = [text(LENGTH), text(LENGTH / 4)].map((each) => quickest(pattern, each));
      if (whole === undefined || part === undefined || whole < LONGEST_MS) continue;
      if (part >= GIVEN_UP_MS || whole > part * 8) return start + pump;
    }
  return undefined;
}

function quickest(pattern: RegExp, text: string): number {
  return Math.min(...[1, 2, 3].map(() => milliseconds(pattern, text)));
}

/** As long as it takes; what takes longer than that is given up. */
function milliseconds(pattern: RegExp, text: string): number {
  context.pattern = pattern;
  context.text = text;
  const began = performance.now();
  try {
    vm.runInContext('pattern.lastIndex = 0; text.replace(pattern, "")', context, { timeout: GIVEN_UP_MS });
  } catch {
    return GIVEN_UP_MS;
  }
  return performance.now() - began;
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
