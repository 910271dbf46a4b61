import { recordSplitter } from './split-records.ts';

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

const LOOKED_AT = 30;

/** The separator under which the first rows have the same number of cells, and the most of them. */
export function detectSeparator(sample: string): Separator {
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 };
  for (const separator of separators) {
    const score = scoreOf(sample, separator);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function scoreOf(sample: string, separator: Separator): number {
  const widths = recordSplitter(separator)
    .push(sample)
    .flatMap((record) =>
      'cells' in record && record.cells.some((cell) => cell !== '') ? [record.cells.length] : [],
    )
    .slice(0, LOOKED_AT);
  const first = widths[0] ?? firstWidth(sample, separator);
  if (first < 2) return 0;
  const same = widths.filter((width) => width === first).length;
  return (same / Math.max(1, widths.length)) * 100 + Math.min(first, 50);
}

/** A file of one row ends without a line break. */
function firstWidth(sample: string, separator: Separator): number {
  const splitter = recordSplitter(separator);
  splitter.push(sample);
  const [record] = splitter.end();
  return record && 'cells' in record ? record.cells.length : 0;
}
