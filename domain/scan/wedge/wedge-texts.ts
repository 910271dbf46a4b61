import { recogniseScan, type ScanContext } from '../recognise-scan.ts';
import type { WedgeBurst } from './key-record.ts';
import { readWedge, type ScannerSetup } from './read-wedge.ts';
import { refusalWeight } from './refusal-weight.ts';

/**
 * The texts that a scan may mean: one as a rule, several where layouts disagree and both make sense, and the
 * likeliest reading alone where none is a code of any known kind.
 */
export function wedgeTexts(
  burst: Pick<WedgeBurst, 'records'>,
  context: Omit<ScanContext, 'isTyped'>,
  setup?: ScannerSetup,
): string[] {
  const read = readWedge(
    burst,
    (text) => recogniseScan(text, { ...context, isTyped: false }),
    setup,
    refusalWeight,
  );
  switch (read.kind) {
    case 'read':
      return [read.reading.text];
    case 'ambiguous':
      return read.candidates.map(({ reading }) => reading.text);
    case 'refused':
      return read.readings.slice(0, 1).map(({ text }) => text);
  }
}
