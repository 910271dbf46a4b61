import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import unicodeRanges from '@fontsource/noto-sans/unicode.json' with { type: 'json' };
import { unpackWoff } from './unpack-woff.ts';

/** Parts of Noto Sans by script, in the order they are tried. The WOFF files: those of WOFF2 cannot be subset. */
const scripts = [
  'latin',
  'latin-ext',
  'vietnamese',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
] as const;
export type PaperScript = (typeof scripts)[number];
export type PaperWeight = 400 | 700;

export const paperScripts: readonly PaperScript[] = scripts;

/** Which part has that letter. By the ranges the parts are made by: opening a font to ask takes a second. */
export function scriptOf(letter: string): PaperScript | undefined {
  const point = letter.codePointAt(0) ?? 0;
  return scripts.find((script) => ranges.get(script)?.some(([from, to]) => point >= from && point <= to));
}

const ranges = new Map(scripts.map((script) => [script, rangesOf(unicodeRanges[script])]));

/** From `U+0000-00FF,U+0131`. */
function rangesOf(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/U\+/g, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

const loaded = new Map<string, Buffer>();

/** The font file of one script, read once. */
export function paperFont(script: PaperScript, weight: PaperWeight): Buffer {
  const name = `noto-sans-${script}-${weight}-normal.woff`;
  let bytes = loaded.get(name);
  if (!bytes) {
    const require = createRequire(import.meta.url);
    bytes = unpackWoff(readFileSync(require.resolve(`@fontsource/noto-sans/files/${name}`)));
    loaded.set(name, bytes);
  }
  return bytes;
}
