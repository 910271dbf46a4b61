// The whole suite: checks, Vitest, then Playwright in a real window on a virtual display. Closes with one count.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { node24, out, root } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/run-child.mjs';
import { say } from '../bootstrap/say.mjs';

const reports = path.join(out, 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const vitestReport = path.join(reports, 'vitest.json');
const playwrightReport = path.join(reports, 'playwright.json');

// Everything that tests leave in the temporary directory goes with it.
const scratch = mkdtempSync(path.join(os.tmpdir(), 'impfpass-tests-'));
process.env.TMPDIR = scratch;

const started = Date.now();
const checks = await run(node24, ['scripts/test/check.mjs']);
const unit = await run('vitest', [
  'run',
  '--root',
  root,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
]);
const window = await run('xvfb-run', ['-a', '-s', '-screen 0 1400x1000x24', 'playwright', 'test'], {
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
});

const counts = { passed: 0, failed: 0, skipped: 0 };
const inVitest = readReport(vitestReport);
counts.passed += inVitest?.numPassedTests ?? 0;
counts.failed += inVitest?.numFailedTests ?? 0;
counts.skipped += (inVitest?.numPendingTests ?? 0) + (inVitest?.numTodoTests ?? 0);
const inPlaywright = readReport(playwrightReport)?.stats;
counts.passed += (inPlaywright?.expected ?? 0) + (inPlaywright?.flaky ?? 0);
counts.failed += inPlaywright?.unexpected ?? 0;
counts.skipped += inPlaywright?.skipped ?? 0;

const broken = [
  ['checks', checks],
  ['Vitest', unit],
  ['Playwright', window],
].filter(([, code]) => code !== 0);
say(`The suite took ${Math.round((Date.now() - started) / 1000)} s.`);
for (const [name] of broken) say(`FAILED: ${name}`);
for (const [why, count] of skippedBecause(inVitest)) say(`${count} skipped: ${why}.`);
if (broken.length > 0 && counts.failed === 0) counts.failed = broken.length;
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exitCode = broken.length === 0 && counts.passed > 0 ? 0 : 1;

rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });

/** How many tests were skipped for each reason, which a test states as its `meta`. */
function skippedBecause(report) {
  const reasons = new Map();
  for (const { assertionResults } of report?.testResults ?? [])
    for (const { meta } of assertionResults)
      if (meta?.skippedBecause) reasons.set(meta.skippedBecause, (reasons.get(meta.skippedBecause) ?? 0) + 1);
  return reasons;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
