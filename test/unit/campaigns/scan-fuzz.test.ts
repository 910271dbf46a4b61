import { expect, test } from 'vitest';
import { certificateSet } from '../../campaigns/scan-fuzz/certificate-set.ts';
import { fuzzImages } from '../../campaigns/scan-fuzz/fuzz-images.ts';
import { fuzzScans } from '../../campaigns/scan-fuzz/fuzz-scans.ts';
import { textSet } from '../../campaigns/scan-fuzz/text-set.ts';

const crashes = (failures: readonly { problem: string }[]) =>
  failures.filter(({ problem }) => !problem.includes(' took '));

test('a sample of the fuzzing campaign finds no text that throws, and reaches new code by itself', async () => {
  const report = await fuzzScans(textSet, { seed: 4711, goesOn: (executions) => executions < 800 });
  expect(crashes(report.failures)).toEqual([]);
  expect(report.corpus).toBeGreaterThan(10);
});

test('a sample of hostile certificates, layer by layer, finds none that throws', async () => {
  const set = await certificateSet();
  const report = await fuzzScans(set, { seed: 4711, goesOn: (executions) => executions < 400 });
  expect(crashes(report.failures)).toEqual([]);
  expect(report.corpus).toBeGreaterThan(set.seeds.length);
});

test('a sample of damaged pictures and hostile frames finds none that throws', async () => {
  const report = await fuzzImages({ seed: 4712, goesOn: (executions) => executions < 12 });
  expect(crashes(report.failures)).toEqual([]);
});
