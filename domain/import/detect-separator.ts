import { recordSplitter } from './split-records.ts';
import { areWrapped, unwrapped } from './unwrap-record.ts';

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

const LOOKED_AT = 30;

/**
 * The separator that the file states (`sep=;`), else the one under which most of the first rows have the same number
 * of cells, and the most of them.
 */
export function detectSeparator(sample: string): Separator {
  const stated = /^"?sep=(.)"?[\r\n]/i.exec(sample)?.[1];
  const known = separators.find((separator) => separator === stated);
  if (known) return known;
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 };
  for (const separator of separators) {
    const score = scoreOf(sample, separator);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function scoreOf(sample: string, separator: Separator): number {
  const found = recordSplitter(separator)
    .push(sample)
    .filter((record) => 'cells' in record && record.cells.some((cell) => cell !== ''))
    .slice(0, LOOKED_AT);
  const isWrapped = areWrapped(found, separator);
  const widths = found
    .map((record) => (isWrapped ? unwrapped(record, separator) : record))
    .flatMap((record) => ('cells' in record ? [record.cells.length] : []));
  // Titles above the header have a width of their own.
  const usual = widths.length === 0 ? firstWidth(sample, separator) : usualOf(widths);
  if (usual < 2) return 0;
  const same = widths.filter((width) => width === usual).length;
  return (same / Math.max(1, widths.length)) * 100 + Math.min(usual, 50);
}

function usualOf(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + (width > 1 ? 1 : 0));
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** A file of one row ends without a line break. */
function firstWidth(sample: string, separator: Separator): number {
  const splitter = recordSplitter(separator);
  splitter.push(sample);
  const [record] = splitter.end();
  return record && 'cells' in record ? record.cells.length : 0;
}
