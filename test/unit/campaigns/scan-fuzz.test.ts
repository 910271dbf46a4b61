import { expect, test } from 'vitest';
import { fuzzScans } from '../../campaigns/scan-fuzz/fuzz-scans.ts';

test('a sample of the fuzzing campaign finds nothing that throws, and reaches new code by itself', async () => {
  const report = await fuzzScans({ seed: 4711, goesOn: (executions) => executions < 800 });
  expect(report.failures.filter(({ problem }) => !problem.includes(' took '))).toEqual([]);
  expect(report.corpus).toBeGreaterThan(10);
});
