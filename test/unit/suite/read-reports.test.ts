import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error scripts have no types
import { readReports } from '../../../scripts/test/read-reports.mjs';
// @ts-expect-error scripts have no types
import { testFilesOf } from '../../../scripts/test/test-files.mjs';

const dir = mkdtempSync(path.join(os.tmpdir(), 'suite-reports-'));

function reportFile(name: string, content: object): string {
  const file = path.join(dir, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

function ofVitest(...tests: object[]): string {
  const testResults = [
    { name: path.resolve('test/unit/a.test.ts'), status: 'passed', assertionResults: tests },
  ];
  return reportFile('vitest.json', { testResults });
}

function ofPlaywright(...tests: { title: string; status: string; annotations?: object[] }[]): string {
  const specs = tests.map(({ title, status, annotations = [] }) => ({
    title,
    tests: [{ status, annotations }],
  }));
  const suites = [{ file: 'a.spec.ts', specs: [], suites: [{ file: 'a.spec.ts', specs }] }];
  return reportFile('playwright.json', { suites, errors: [] });
}

test('both programs are counted together, whatever lies in groups', () => {
  const vitest = ofVitest({ status: 'passed', fullName: 'one' }, { status: 'failed', fullName: 'two' });
  const playwright = ofPlaywright(
    { title: 'three', status: 'expected' },
    { title: 'four', status: 'unexpected' },
  );
  expect(readReports(vitest, playwright)).toMatchObject({
    passed: 2,
    failed: 2,
    skipped: 0,
    failures: ['test/unit/a.test.ts › two', 'test/e2e/a.spec.ts › four'],
  });
});

test('a test that passed on its second try has passed, and is named', () => {
  const playwright = ofPlaywright({ title: 'a window opens', status: 'flaky' });
  expect(readReports('missing', playwright)).toMatchObject({
    passed: 1,
    failed: 0,
    secondTries: ['test/e2e/a.spec.ts › a window opens'],
  });
});

test('what is skipped is counted by its reason', () => {
  const skipped = (fullName: string, skippedBecause?: string) => ({
    status: 'skipped',
    fullName,
    meta: skippedBecause ? { skippedBecause } : {},
  });
  const told = readReports(
    ofVitest(skipped('a', 'no data'), skipped('b', 'no data'), skipped('c')),
    'missing',
  );
  expect(told).toMatchObject({ passed: 0, failed: 0, skipped: 3, reasons: new Map([['no data', 2]]) });
});

test('a file that cannot be read in is a failure, though none of its tests failed', () => {
  const testResults = [{ name: path.resolve('test/unit/b.test.ts'), status: 'failed', assertionResults: [] }];
  const { failed, failures } = readReports(reportFile('broken.json', { testResults }), 'missing');
  expect([failed, failures]).toEqual([1, ['test/unit/b.test.ts could not be run to its end']]);
});

test('an area is any piece of a path: its tests come from all kinds, and no other tests', () => {
  const { vitest, playwright, isAll } = testFilesOf(['wallets']);
  expect(isAll).toBe(false);
  expect(vitest).toContain('test/component/wallets/wallets-screen.test.tsx');
  expect(playwright).toEqual(['test/e2e/wallets.spec.ts']);
  for (const file of [...vitest, ...playwright]) expect(file).toContain('wallets');
  expect(testFilesOf(['test/unit/suite']).vitest).toEqual(['test/unit/suite/read-reports.test.ts']);
  expect(testFilesOf(['no-such-area'])).toEqual({ vitest: [], playwright: [], isAll: false });
  expect(testFilesOf([]).isAll).toBe(true);
});
