import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const tests = globSync('test/**/*.{test,spec}.{ts,tsx}');

/** What a text names in backticks. */
const namedIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** A test by its path, by its name alone, with a star in it, or a folder of tests. */
function testsNamed(name: string): string[] {
  if (!/\.(test|spec)\.tsx?$/.test(name)) return tests.filter((file) => file.startsWith(`${name}/`));
  if (name.includes('*')) return globSync(name.includes('/') ? name : `test/**/${name}`);
  return tests.filter((file) => file === name || (!name.includes('/') && path.basename(file) === name));
}

const isTest = (name: string) => /\.(test|spec)\.tsx?$/.test(name) || name.startsWith('test/');

describe('the table of the story', () => {
  const rows = readFileSync('docs/story.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| step '))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    )
    .map(([step = '', by = '', shown = '']) => ({ step, by, shown }));

  test('has every step of the line', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every(({ step, by }) => step !== '' && by !== '')).toBe(true);
  });

  test.each(rows)('$step: is shown by a test that exists, or said to be missing', ({ by, shown }) => {
    const named = namedIn(shown).filter(isTest);
    if (/not there yet|not yet/.test(by)) return expect(named).toEqual([]);
    expect(named).not.toEqual([]);
    for (const name of named) expect(testsNamed(name), name).not.toEqual([]);
  });

  test.each(rows)('$step: is done by what exists', ({ by }) => {
    for (const name of namedIn(by)) if (/^[\w-]+\//.test(name)) expect(existsSync(name), name).toBe(true);
  });
});

describe('a decision', () => {
  const decisions = readdirSync('docs/decisions').filter((name) => name.endsWith('.md'));

  test.each(decisions)('%s names tests that exist', (name) => {
    const text = readFileSync(path.join('docs/decisions', name), 'utf8');
    for (const named of namedIn(text).filter((each) => /\.(test|spec)\.tsx?$/.test(each)))
      expect(testsNamed(named), named).not.toEqual([]);
  });
});
