import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../../main/cli.ts';
import { sharedData } from '../../support/shared-data.ts';
import { writeSupportingData } from '../../support/supporting-data.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'schedules-'));
  await writeSupportingData(folder);
});
afterAll(() => rm(folder, { recursive: true }));

interface Answer {
  readonly id?: string;
  readonly error?: string;
  readonly doses?: { readonly status: string; readonly reason?: string }[];
  readonly series?: string;
  readonly next?: Record<'dose' | 'earliest' | 'recommended' | 'pastDue', string>;
}

async function evaluate(dir: string, lines: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    stdin: Readable.from(lines.join('\n')),
  };
  const code = await runCli(['schedule', 'evaluate', '--batch', '--supporting-data', dir], io);
  return { code, err, answers: out.map((line) => JSON.parse(line) as Answer) };
}

const child = { id: 'one', group: 'Testitis', born: '2024-01-01', sex: 'F', at: '2025-01-01' };

test('a history is evaluated dose by dose, with what is due next', async () => {
  const doses = [
    { on: '2024-03-01', cvx: '901' },
    { on: '2024-03-10', cvx: '901' },
  ];
  expect(await evaluate(folder, [JSON.stringify({ ...child, doses })])).toEqual({
    code: 0,
    err: [],
    answers: [
      {
        id: 'one',
        doses: [{ status: 'Valid' }, { status: 'Not Valid', reason: 'Interval: too Soon' }],
        series: 'Not complete',
        next: { dose: '2', earliest: '2024-04-07', recommended: '2024-05-05' },
      },
    ],
  });
});

test.each([
  ['{', 'This line is not JSON.'],
  ['[]', 'This line: an object is asked for.'],
  [JSON.stringify({ ...child, group: 'Unknownitis' }), "There are no schedules for 'Unknownitis'."],
  [
    JSON.stringify({ ...child, born: '2024-02-30' }),
    "born: '2024-02-30' is no day YYYY-MM-DD that can be meant.",
  ],
  [JSON.stringify({ ...child, at: '2023-12-31' }), /lies before the birth/],
  [JSON.stringify({ ...child, history: ['777'] }), "The schedules know no observation '777'."],
  [JSON.stringify({ ...child, history: {} }), 'history: a list of observations is asked for.'],
  [JSON.stringify({ ...child, sex: 1 }), 'sex: the sex is asked for as F or M.'],
  [JSON.stringify({ ...child, doses: 'none' }), 'doses: a list of doses is asked for.'],
  [JSON.stringify({ ...child, doses: [null] }), 'doses.0: a dose {on, cvx} is asked for.'],
  [
    JSON.stringify({ ...child, doses: [{ on: '2024-05-01' }] }),
    'Dose 1: the code of its vaccine is missing.',
  ],
  [JSON.stringify({ ...child, doses: [{ on: '2024-05-01', cvx: '999' }] }), /no vaccine with the code 999/],
  [JSON.stringify({ ...child, doses: [{ on: '2025-05-01', cvx: '901' }] }), /lies after the day/],
  [JSON.stringify({ ...child, doses: [{ on: '2023-05-01', cvx: '901' }] }), /lies before the birth/],
])('the bad line %s is one sentence, and the next line is evaluated', async (line, sentence) => {
  const { code, answers } = await evaluate(folder, [line, JSON.stringify(child)]);
  expect(code).toBe(0);
  expect(answers[0]?.error).toMatch(sentence);
  expect(answers[1]?.series).toBe('Not complete');
});

test.each([
  ['its own name in other letters', { group: ' TESTITIS ' }],
  ['spaces, hyphens and slashes', { group: 'test-it / is' }],
  ['no doses and no history, told as null', { doses: null, history: null, sex: null }],
  ['a finding as a number, without its zeros', { history: [80] }],
])('a line with %s is evaluated', async (_, odd) => {
  const { answers } = await evaluate(folder, [`\uFEFF${JSON.stringify({ ...child, ...odd })}\r`]);
  expect(answers[0]?.error).toBeUndefined();
  expect(answers[0]?.series).toBe('history' in odd && odd.history ? 'Contraindicated' : 'Not complete');
});

test('doses are evaluated by their days and answered in the order of the line, whoever made them', async () => {
  const doses = [
    { on: '2024-03-29', cvx: 901, mvx: null },
    { on: '2024-03-01', cvx: ' 901 ', mvx: ' abc ' },
    { on: '2024-03-29', cvx: '901', mvx: 'ABC' },
  ];
  const { answers } = await evaluate(folder, [JSON.stringify({ ...child, doses })]);
  expect(answers[0]?.doses?.map(({ status }) => status)).toEqual(['Valid', 'Valid', 'Extraneous']);
});

test('supporting data that is not as published is refused with the file and the place', async () => {
  const broken = await mkdtemp(path.join(tmpdir(), 'schedules-broken-'));
  await writeSupportingData(broken);
  await writeFile(
    path.join(broken, 'testitis.json'),
    '{"antigenSupportingData":{"series":[{"seriesName":1}]}}',
  );
  const { code, err } = await evaluate(broken, []);
  expect(code).toBe(2);
  expect(err[0]).toMatch(/testitis\.json.*antigenSupportingData\.series\.0\.seriesName/);
  await rm(broken, { recursive: true });
});

/** Wholly right of the 507 published cases. It never falls. */
const RIGHT_SO_FAR = 507;

const published = folderOrNothing('cdsi');

describe.skipIf(published === undefined)('the published cases for healthy children and adults', () => {
  test('are evaluated wholly right: every dose, the series, the earliest and the recommended day', async () => {
    const lines = readFileSync(path.join(published ?? '', 'cases.ndjson'), 'utf8')
      .trim()
      .split('\n');
    const { answers } = await evaluate(path.join(published ?? '', 'supporting-data'), lines);
    const wrong = lines.flatMap((line, place) => differences(JSON.parse(line), answers[place]));
    expect(wrong.slice(0, lines.length - RIGHT_SO_FAR)).toEqual(wrong);
  });
});

function differences(
  { id, doses = [], expected }: { id: string; doses?: Answer['doses']; expected: Record<string, string> },
  answer: Answer | undefined,
): string[] {
  const wanted = [
    ...doses.map(({ status }) => status),
    expected.series,
    expected.earliest,
    expected.recommended,
  ];
  const { series, next } = answer ?? {};
  const got = [
    ...(answer?.doses ?? []).map(({ status }) => status),
    series,
    next?.earliest,
    next?.recommended,
  ];
  return JSON.stringify(wanted) === JSON.stringify(got) ? [] : [`${id}: ${wanted} but ${got}`];
}

function folderOrNothing(name: string): string | undefined {
  try {
    return sharedData(name);
  } catch {
    return undefined;
  }
}
