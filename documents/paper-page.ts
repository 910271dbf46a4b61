import type PDFDocument from 'pdfkit';
import { type FlowEnd, PaperText, type TextStyle } from './paper-text.ts';

const MM = 72 / 25.4;
const LEFT = 20 * MM;
const WIDTH = 170 * MM;
const LABEL = 50 * MM;
const TOP = 20 * MM;
const BOTTOM = 277 * MM;

export type PaperLine = readonly [label: string, value: string];

/** Headings, text and labelled lines on A4, from top to bottom; a page that is full is followed by the next. */
export class PaperPage {
  readonly #document: InstanceType<typeof PDFDocument>;
  readonly #text: PaperText;
  #y = TOP;

  constructor(document: InstanceType<typeof PDFDocument>) {
    this.#document = document;
    this.#text = new PaperText(document);
  }

  heading(text: string, size: number): void {
    this.#room(size * 3);
    this.#y = this.#flow(text, LEFT, WIDTH, { size, weight: 700 }).y + size * 0.3;
  }

  text(text: string): void {
    this.#room(14);
    this.#y = this.#flow(text, LEFT, WIDTH, { size: 9.5 }).y;
  }

  section(heading: string, lines: readonly PaperLine[]): void {
    this.#y += 12;
    this.heading(heading, 12);
    for (const [label, value] of lines) {
      const style = { size: 9.5 } as const;
      this.#room(Math.max(28, this.#text.height(label, LABEL - 8, style)));
      const left = this.#text.write(label, LEFT, this.#y, LABEL - 8, { ...style, colour: '#4c6268' });
      const right = this.#flow(value, LEFT + LABEL, WIDTH - LABEL, style);
      this.#y = (right.pages === 0 ? Math.max(this.#y + left, right.y) : right.y) + 2;
    }
  }

  #flow(text: string, x: number, width: number, style: TextStyle): FlowEnd {
    return this.#text.flow(text, x, this.#y, width, style, { top: TOP, bottom: BOTTOM });
  }

  #room(height: number): void {
    if (this.#y + height < BOTTOM) return;
    this.#document.addPage();
    this.#y = TOP;
  }
}
