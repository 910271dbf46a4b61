import type PDFDocument from 'pdfkit';
import { type PaperScript, type PaperWeight, paperFont, paperScripts, scriptOf } from './paper-fonts.ts';

type Document = InstanceType<typeof PDFDocument>;

/** Where text ends: below which height, after how many further pages. */
export interface FlowEnd {
  readonly y: number;
  readonly pages: number;
}

export interface TextStyle {
  readonly size: number;
  readonly weight?: PaperWeight;
  readonly colour?: string;
}

/** Between which heights of a page text may stand, in points from its top. */
export interface Between {
  readonly top: number;
  readonly bottom: number;
}

const LINE_HEIGHT = 1.3;
const SMALLEST = 5;
const SMALLER = 0.25;

/** Writes text in which every letter comes from the part of the font that has it; a name may need several. */
export class PaperText {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
    for (const script of paperScripts)
      for (const weight of [400, 700] as const)
        document.registerFont(fontName(script, weight), paperFont(script, weight));
  }

  /** Writes wrapped lines from the top left corner. Answers the height they took. */
  write(text: string, x: number, y: number, width: number, style: TextStyle): number {
    const lines = this.#lines(text, width, style);
    lines.forEach((line, index) => {
      this.#writeLine(line, x, y + index * style.size * LINE_HEIGHT, style);
    });
    return lines.length * style.size * LINE_HEIGHT;
  }

  /** Writes wrapped lines from a height on, and on pages of their own what does not fit. Answers where they end. */
  flow(text: string, x: number, y: number, width: number, style: TextStyle, between: Between): FlowEnd {
    const height = style.size * LINE_HEIGHT;
    let at = y;
    let pages = 0;
    for (const line of this.#lines(text, width, style)) {
      if (at + height > between.bottom) {
        this.#document.addPage();
        pages++;
        at = between.top;
      }
      this.#writeLine(line, x, at, style);
      at += height;
    }
    return { y: at, pages };
  }

  /**
   * Into a box, in the largest size up to the style's in which its wrapped lines fit; what does not even in the
   * smallest is cut off with …. Answers the height they took.
   */
  box(text: string, x: number, y: number, width: number, height: number, style: TextStyle): number {
    let { size } = style;
    let lines = this.#lines(text, width, style);
    while (lines.length * size * LINE_HEIGHT > height && size > SMALLEST) {
      size = Math.max(SMALLEST, size - SMALLER);
      lines = this.#lines(text, width, { ...style, size });
    }
    const room = Math.max(1, Math.floor(height / (size * LINE_HEIGHT) + 0.001));
    const shown = lines.slice(0, room);
    if (lines.length > room)
      shown[room - 1] = this.#shortened(`${shown[room - 1]}…`, width, { ...style, size });
    shown.forEach((line, index) => {
      this.#writeLine(line, x, y + index * size * LINE_HEIGHT, { ...style, size });
    });
    return shown.length * size * LINE_HEIGHT;
  }

  /** How high the wrapped lines are. */
  height(text: string, width: number, style: TextStyle): number {
    return this.#lines(text, width, style).length * style.size * LINE_HEIGHT;
  }

  /** One line, in the largest size up to the style's that fits. */
  fit(text: string, x: number, y: number, width: number, style: TextStyle): void {
    const whole = this.width(text, style);
    const size = whole > width ? Math.max(5, (style.size * width) / whole) : style.size;
    this.#writeLine(text, x, y, { ...style, size });
  }

  /** One line in the style's size, cut off with … where it is wider. */
  cut(text: string, x: number, y: number, width: number, style: TextStyle): void {
    this.#writeLine(this.#shortened(text, width, style), x, y, style);
  }

  #shortened(text: string, width: number, style: TextStyle): string {
    if (this.width(text, style) <= width) return text;
    const letters = [...text.normalize('NFC')];
    while (letters.length > 0 && this.width(`${letters.join('')}…`, style) > width) letters.pop();
    return `${letters.join('')}…`;
  }

  #writeLine(text: string, x: number, y: number, style: TextStyle): void {
    let at = x;
    for (const run of this.#runs(text, style)) {
      this.#document
        .font(run.font)
        .fontSize(style.size)
        .fillColor(style.colour ?? '#12262b')
        .text(run.text, at, y, { lineBreak: false });
      at += run.width;
    }
  }

  #lines(text: string, width: number, style: TextStyle): string[] {
    return text.split('\n').flatMap((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(' ').flatMap((whole) => this.#parted(whole, width, style))) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && this.width(longer, style) > width) {
          lines.push(line);
          line = word;
        } else line = longer;
      }
      return [...lines, line];
    });
  }

  /** A word that is wider than the lines, in pieces that are not. */
  #parted(word: string, width: number, style: TextStyle): string[] {
    if (this.width(word, style) <= width) return [word];
    const pieces = [''];
    for (const letter of word.normalize('NFC')) {
      const longer = `${pieces.at(-1)}${letter}`;
      if (longer.length > letter.length && this.width(longer, style) > width) pieces.push(letter);
      else pieces[pieces.length - 1] = longer;
    }
    return pieces;
  }

  /** How wide the text is on one line. */
  width(text: string, style: TextStyle): number {
    return this.#runs(text, style).reduce((sum, { width }) => sum + width, 0);
  }

  #runs(text: string, { size, weight = 400 }: TextStyle): { font: string; text: string; width: number }[] {
    const runs: { font: string; text: string }[] = [];
    for (const letter of text.normalize('NFC')) {
      const script = scriptOf(letter);
      const font = fontName(script ?? 'latin', weight);
      const last = runs.at(-1);
      const shown = script ? letter : '?';
      if (last?.font === font) last.text += shown;
      else runs.push({ font, text: shown });
    }
    return runs.map((run) => ({
      ...run,
      width: this.#document.font(run.font).fontSize(size).widthOfString(run.text),
    }));
  }
}

function fontName(script: PaperScript, weight: PaperWeight): string {
  return `${script}-${weight}`;
}
