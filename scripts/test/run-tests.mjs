// npm test [AREA ...]: checks, Vitest, then Playwright in a real window on a virtual display. Closes with one count.
// With areas (a word, folder or piece of a path below test/) only their tests run, and no checks.
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { node24, out, root } from '../bootstrap/paths.mjs';
import { run } from '../bootstrap/run-child.mjs';
import { say, stop } from '../bootstrap/say.mjs';
import { readReports } from './read-reports.mjs';
import { testFilesOf } from './test-files.mjs';

const areas = process.argv.slice(2);
const files = testFilesOf(areas);
if (!files.isAll && files.vitest.length + files.playwright.length === 0)
  stop(`No test has '${areas.join("' or '")}' in its path below test/.`);

const reports = path.join(out, 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const vitestReport = path.join(reports, 'vitest.json');
const playwrightReport = path.join(reports, 'playwright.json');

// Everything that tests leave in the temporary directory goes with it.
const scratch = mkdtempSync(path.join(os.tmpdir(), 'impfpass-tests-'));
process.env.TMPDIR = scratch;
// Half of what a command line or a service takes to start is reading its sources in: the first one does it for all.
process.env.NODE_COMPILE_CACHE = path.join(scratch, 'compiled');

const started = Date.now();
const isWanted = (tests) => files.isAll || tests.length > 0;
// The checks take the time in which one of Vitest's processes waits for another.
const parts = await Promise.all([
  ...(files.isAll ? [timed('checks', runChecks)] : []),
  ...(isWanted(files.vitest) ? [timed('Vitest', runVitest)] : []),
]);
if (isWanted(files.playwright)) parts.push(await timed('Playwright', runPlaywright));

const told = readReports(vitestReport, playwrightReport);
const broken = parts.filter(({ code }) => code !== 0);
const took = parts.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ');
say(`The suite took ${secondsSince(started)} s (${took}).`);
for (const { name } of broken) say(`FAILED: ${name}`);
for (const name of told.failures) say(`FAILED: ${name}`);
for (const [why, count] of told.reasons) say(`${count} skipped: ${why}.`);
for (const name of told.secondTries) say(`Passed only on its second try: ${name}`);
const failed = Math.max(told.failed, broken.length);
const skipped = told.skipped > 0 ? `, ${told.skipped} skipped` : '';
console.log(`${told.passed} passed, ${failed} failed${skipped}`);
process.exitCode = broken.length === 0 && told.passed > 0 ? 0 : 1;

rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });

/** Their lines come together when they are done, not between those of the tests. */
async function runChecks() {
  const file = path.join(reports, 'checks.txt');
  const lines = openSync(file, 'w');
  const code = await run(node24, ['scripts/test/check.mjs'], { stdio: ['ignore', lines, lines] });
  closeSync(lines);
  process.stderr.write(readFileSync(file));
  return code;
}

function runVitest() {
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  return run('vitest', ['run', '--root', root, ...reporting, ...files.vitest]);
}

function runPlaywright() {
  const display = ['-a', '-s', '-screen 0 1400x1000x24'];
  return run('xvfb-run', [...display, 'playwright', 'test', ...files.playwright], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
  });
}

async function timed(name, work) {
  const from = Date.now();
  const code = await work();
  return { name, code, seconds: secondsSince(from) };
}

function secondsSince(from) {
  return Math.round((Date.now() - from) / 1000);
}
