import { mostDepth } from './is-too-deep.ts';

/**
 * What a JSON text from outside says; undefined for what is none, nests so deep that nobody means it (told before
 * anything is made of it, since millions of brackets take seconds), or says one thing twice: of two values of one name
 * one reader takes the first and another the last (RFC 8259, 4).
 */
export function readJson(text: string): unknown {
  const names = namesWritten(text);
  if (names === 'too-deep') return undefined;
  const value = parsed(text);
  return names === namesRead(value) ? value : undefined;
}

/**
 * How many names a JSON text gives: each colon outside of a string. A name that an object has twice is read once, so
 * that what is read then has fewer; this tells it in a third of the time that remembering every name takes.
 */
function namesWritten(text: string): number | 'too-deep' {
  let names = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === colon) names += 1;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > mostDepth) return 'too-deep';
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return names;
}

function namesRead(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let names = 0;
  if (Array.isArray(value)) {
    for (const inner of value) names += namesRead(inner);
    return names;
  }
  for (const name of Object.keys(value)) names += 1 + namesRead((value as Record<string, unknown>)[name]);
  return names;
}

/** The same, with the last of several values of one name: for telling what is wrong with a file of somebody else. */
export function readLooseJson(text: string): unknown {
  return faultOfJson(text) === 'too-deep' ? undefined : parsed(text);
}

export type JsonFault = 'too-deep' | { readonly twice: string };

/** What makes a text one that is not read, though it may be JSON; of other faults it says nothing. */
export function faultOfJson(text: string): JsonFault | undefined {
  /** The names so far of each object that is open; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let twice: string | undefined;
  let isName = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfString(text, at);
      const names = isName ? open.at(-1) : undefined;
      if (names && twice === undefined) {
        const name = nameIn(text.slice(at, end + 1));
        if (names.has(name)) twice = name;
        names.add(name);
      }
      isName = false;
      at = end;
    } else if (code === openBrace || code === openBracket) {
      open.push(code === openBrace ? new Set() : undefined);
      if (open.length > mostDepth) return 'too-deep';
      isName = code === openBrace;
    } else if (code === closeBrace || code === closeBracket) {
      open.pop();
      isName = false;
    } else if (code === comma) isName = open.at(-1) !== undefined;
  }
  return twice === undefined ? undefined : { twice };
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const [openBrace, closeBrace] = [0x7b, 0x7d];
const [openBracket, closeBracket] = [0x5b, 0x5d];

/** Where the string that begins at `from` ends: at its closing quote, or with the text. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** A quote behind an odd number of backslashes belongs to its string. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === backslash) first -= 1;
  return (at - first) % 2 === 1;
}

/** `"\u0061"` is the name `a`. */
function nameIn(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1);
  const name = parsed(written);
  return typeof name === 'string' ? name : written;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
