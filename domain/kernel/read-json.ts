import { mostDepth } from './is-too-deep.ts';

/**
 * What a JSON text from outside says; undefined for what is none, or nests so deep that nobody means it: told before
 * anything is made of it, since millions of brackets take seconds.
 */
export function readJson(text: string): unknown {
  if (nestsTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const quote = 0x22;
const backslash = 0x5c;
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

function nestsTooDeep(text: string): boolean {
  return mayNestTooDeep(text) && isNestedTooDeep(text);
}

/** Whether there are brackets enough: most texts have so few that nobody need look at each of their letters. */
function mayNestTooDeep(text: string): boolean {
  let count = 0;
  for (const bracket of ['[', '{'])
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1))
      if (++count > mostDepth) return true;
  return false;
}

function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) isQuoted = !isQuoted;
    else if (isQuoted) at += Number(code === backslash);
    else if (closing.has(code)) depth -= 1;
    else if (opening.has(code)) depth += 1;
    if (depth > mostDepth) return true;
  }
  return false;
}
