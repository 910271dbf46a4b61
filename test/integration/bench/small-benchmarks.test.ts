import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

/** How many at the least; what a benchmark measures is no test's business, that it still measures is. */
const smallest: readonly (readonly [name: string, sizes: readonly string[], figures: readonly string[]])[] = [
  ['close-day', ['--dates', '20'], ['previewMs', 'closeMs', 'longestSliceMs']],
  ['desk', ['--people', '300'], ['scanToDecisionP50Ms', 'scanToDecisionP99Ms']],
  ['dose', ['--people', '300', '--doses', '10', '--vials', '3'], ['doseP50Ms', 'doseP99Ms']],
  ['import', ['--rows', '60'], ['rowsPerSecond', 'wholeRowsPerSecond']],
  ['lots', ['--doses', '300'], ['lotTraceMs', 'lotFileMs']],
  ['matching', ['--rows', '60'], ['rowsPerSecond', 'precision', 'recall']],
  ['updates', ['--doses', '3'], ['doseToPhoneP50Ms', 'doseToPhoneP99Ms']],
  [
    'headquarters-memory',
    ['--bookings', '3', '--desks', '1', '--people', '2'],
    ['idleMB', 'peakMB', 'bookings', 'events'],
  ],
];

test.each(smallest)(
  'the benchmark %s prints its figures, at its smallest',
  async (name, sizes, figures) => {
    const { stdout } = await run(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        'scripts/test/run-named.mjs',
        'test/bench',
        name,
        ...sizes,
        '--json',
      ],
      { timeout: 170_000 },
    );
    const printed = JSON.parse(stdout) as Record<string, unknown>;
    for (const figure of figures) expect(printed).toHaveProperty(figure, expect.any(Number));
  },
  180_000,
);
