/** One row of the file: where it begins (lines count from 1) and its cells, or why it cannot be read as a row. */
export type CsvRecord =
  | {
      readonly line: number;
      readonly cells: readonly string[];
      /** All of the row stands in one pair of quotes, with nothing but empty cells behind it. */
      readonly isOneQuote?: true;
    }
  | { readonly line: number; readonly fault: RecordFault; readonly text: string };

type RecordFault = 'quote-never-closed' | 'row-too-long' | 'too-many-columns';

export interface RecordSplitter {
  /** The rows that end within the text so far. */
  push(text: string): CsvRecord[];
  /** The last rows, once the file has ended. */
  end(): CsvRecord[];
}

/** No table about people is wider. */
export const mostColumns = 500;
const MOST_CHARACTERS = 64 * 1024;
const MOST_LINES_IN_QUOTES = 100;
const SHOWN_CHARACTERS = 200;

/**
 * Splits CSV text into rows, piece by piece and in bounded memory. A quote that is never closed costs its own line
 * only: that line is reported, and the file is read on from the next one.
 */
export function recordSplitter(separator: string): RecordSplitter {
  let rest = '';
  let line = 1;
  let isSkipping = false;

  const take = (text: string, isEnd: boolean): CsvRecord[] => {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < text.length) {
      if (isSkipping) {
        const end = endOfLine(text, at, isEnd);
        if (end === undefined) {
          at = text.length;
          break;
        }
        at = end.next;
        line += 1;
        isSkipping = false;
        continue;
      }
      const read = readRecord(text, at, separator, isEnd);
      if (read === 'incomplete') break;
      if ('cells' in read) {
        records.push({ line, cells: read.cells, ...(read.isOneQuote ? { isOneQuote: true } : {}) });
        at = read.next;
        line += read.lines;
        continue;
      }
      records.push({
        line,
        fault: read.fault,
        text: text.slice(at, at + SHOWN_CHARACTERS).split(/[\r\n]/)[0] ?? '',
      });
      isSkipping = true; // the rest of this line; the next one is a row again
    }
    rest = text.slice(at);
    return records;
  };

  return {
    push: (text) => take(rest + text, false),
    end: () => take(rest, true),
  };
}

type Read =
  | {
      readonly cells: string[];
      readonly next: number;
      readonly lines: number;
      readonly isOneQuote: boolean;
    }
  | { readonly fault: RecordFault }
  | 'incomplete';

function readRecord(text: string, start: number, separator: string, isEnd: boolean): Read {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  let isOneQuote = false;
  for (;;) {
    let cell = '';
    let quotedTo: number | undefined;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1, isEnd);
      if (quoted === 'incomplete')
        return text.length - start > MOST_CHARACTERS ? { fault: 'quote-never-closed' } : 'incomplete';
      if (quoted === 'never-closed') return { fault: 'quote-never-closed' };
      cell = quoted.value;
      lines += quoted.lines;
      at = quoted.next;
      quotedTo = at;
    }
    const end = endOfCell(text, at, separator);
    cell += text.slice(at, end);
    if (end - start > MOST_CHARACTERS) return { fault: 'row-too-long' };
    cells.push(cell);
    if (cells.length > mostColumns) return { fault: 'too-many-columns' };
    if (cells.length === 1) isOneQuote = quotedTo === end;
    else if (cell !== '') isOneQuote = false;
    if (end >= text.length) return isEnd ? { cells, next: end, lines, isOneQuote } : 'incomplete';
    if (text[end] === separator) {
      at = end + 1;
      continue;
    }
    const line = endOfLine(text, end, isEnd);
    return line ? { cells, next: line.next, lines, isOneQuote } : 'incomplete';
  }
}

function readQuoted(text: string, start: number, isEnd: boolean) {
  let value = '';
  let lines = 0;
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    const stop = quote < 0 ? text.length : quote;
    for (let i = at; i < stop; i++)
      if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) lines += 1;
    if (lines > MOST_LINES_IN_QUOTES || stop - start > MOST_CHARACTERS) return 'never-closed';
    if (quote < 0) return isEnd ? 'never-closed' : 'incomplete';
    value += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      at = quote + 2;
      continue;
    }
    if (quote + 1 >= text.length && !isEnd) return 'incomplete';
    return { value, lines, next: quote + 1 };
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (letter === separator || letter === '\n' || letter === '\r') return at;
  }
  return text.length;
}

/** Where the next line begins; undefined while the text may still go on with the second half of CR LF. */
function endOfLine(text: string, from: number, isEnd: boolean): { next: number } | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\n') return { next: at + 1 };
    if (text[at] !== '\r') continue;
    if (at + 1 < text.length) return { next: text[at + 1] === '\n' ? at + 2 : at + 1 };
    return isEnd ? { next: at + 1 } : undefined;
  }
  return isEnd ? { next: text.length } : undefined;
}
