import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';

/**
 * What the reports of both programs say: counts, the names of failed tests and of those that passed on a second
 * try only, and how many tests were skipped for which reason (a test states it as `meta.skippedBecause`).
 */
export function readReports(vitestFile, playwrightFile) {
  const told = { passed: 0, failed: 0, skipped: 0, failures: [], secondTries: [], reasons: new Map() };
  for (const { outcome, name, reason } of [...vitestTests(vitestFile), ...playwrightTests(playwrightFile)]) {
    if (outcome === 'failed') told.failures.push(name);
    if (outcome === 'second-try') told.secondTries.push(name);
    if (reason) told.reasons.set(reason, (told.reasons.get(reason) ?? 0) + 1);
    told[outcome === 'second-try' ? 'passed' : outcome] += 1;
  }
  return told;
}

function vitestTests(file) {
  return (readReport(file)?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const where = path.relative(root, name);
    // A file that could not be read in has no tests that could fail.
    const isBroken = status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
    const broken = isBroken ? [{ outcome: 'failed', name: `${where} could not be run to its end` }] : [];
    return [
      ...broken,
      ...assertionResults.map((test) => ({
        outcome: test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped',
        name: `${where} › ${test.fullName}`,
        reason: test.meta?.skippedBecause,
      })),
    ];
  });
}

const outcomes = { expected: 'passed', flaky: 'second-try', unexpected: 'failed', skipped: 'skipped' };

function playwrightTests(file) {
  const report = readReport(file);
  const broken = (report?.errors ?? []).map(({ message }) => ({
    outcome: 'failed',
    name: `Playwright: ${String(message).split('\n')[0]}`,
  }));
  return [...broken, ...(report?.suites ?? []).flatMap(testsOf)];
}

function testsOf({ file, specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ status, annotations }) => ({
      outcome: outcomes[status],
      name: `test/e2e/${file} › ${title}`,
      reason: status === 'skipped' ? annotations.find(({ type }) => type === 'skip')?.description : undefined,
    })),
  );
  return [...own, ...suites.flatMap(testsOf)];
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
