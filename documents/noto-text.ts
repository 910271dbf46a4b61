import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const subsets = [
  'latin',
  'latin-ext',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'vietnamese',
] as const;
type Subset = (typeof subsets)[number];

/** What of a PDFKit document is needed to write text: its own types know no font by a name of ours. */
interface TextDocument {
  registerFont(name: string, source: Buffer): unknown;
  font(name: string): unknown;
  fontSize(size: number): unknown;
  widthOfString(text: string): number;
  text(text: string, x: number, y: number, options: { lineBreak: false }): unknown;
}

export type FontWeight = 400 | 700;

/** Writes text in Noto Sans, each letter from the part of the typeface that has it: names here are from everywhere. */
export class NotoText {
  readonly #document: TextDocument;
  readonly #registered = new Set<string>();

  constructor(document: TextDocument) {
    this.#document = document;
  }

  /** Writes one line, cut off with … where it is wider than `width`. */
  write(text: string, at: { x: number; y: number; width: number; size: number; weight?: FontWeight }): void {
    const { y, width, size, weight = 400 } = at;
    let { x } = at;
    const end = at.x + width;
    for (const { subset, part } of runsOf(text)) {
      this.#document.font(this.#font(subset, weight));
      this.#document.fontSize(size);
      let shown = part;
      while (shown !== '' && x + this.#document.widthOfString(shown) > end) shown = shown.slice(0, -1);
      const isCut = shown !== part;
      if (isCut) shown = `${shown.slice(0, -1)}…`;
      if (shown !== '') this.#document.text(shown, x, y, { lineBreak: false });
      if (isCut) return;
      x += this.#document.widthOfString(shown);
    }
  }

  #font(subset: Subset, weight: FontWeight): string {
    const name = `noto-${subset}-${weight}`;
    if (!this.#registered.has(name)) {
      this.#document.registerFont(name, fontFile(subset, weight));
      this.#registered.add(name);
    }
    return name;
  }
}

const files = new Map<string, Buffer>();

function fontFile(subset: Subset, weight: FontWeight): Buffer {
  const file = `@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`;
  let bytes = files.get(file);
  if (!bytes) {
    bytes = readFileSync(createRequire(import.meta.url).resolve(file));
    files.set(file, bytes);
  }
  return bytes;
}

function runsOf(text: string): { subset: Subset; part: string }[] {
  const runs: { subset: Subset; part: string }[] = [];
  for (const letter of text) {
    const subset = subsetOf(letter.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    if (last?.subset === subset) last.part += letter;
    else runs.push({ subset, part: letter });
  }
  return runs;
}

/** The ranges of the files, as the typeface's own style sheet has them. */
function subsetOf(code: number): Subset {
  if (code >= 0x1ea0 && code <= 0x1ef9) return 'vietnamese';
  if (code >= 0x0370 && code <= 0x03ff) return 'greek';
  if (code >= 0x1f00 && code <= 0x1fff) return 'greek-ext';
  if ((code >= 0x0400 && code <= 0x045f) || code === 0x2116) return 'cyrillic';
  if (code >= 0x0460 && code <= 0x052f) return 'cyrillic-ext';
  if (
    (code >= 0x0100 && code <= 0x02ba && code !== 0x0131 && code !== 0x0152 && code !== 0x0153) ||
    (code >= 0x1e00 && code <= 0x1e9f)
  )
    return 'latin-ext';
  return 'latin';
}
