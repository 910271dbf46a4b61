import { parseArgs } from 'node:util';
import { findDuplicates } from '../../domain/people/matching/find-duplicates.ts';
import { manyPeople, precisionAndRecall } from '../support/duplicate-people.ts';

/** `npm run -s bench -- matching [--rows N] [--json]`: time, precision and recall on made-up files with slips. */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { rows: { type: 'string', default: '10000' } } });
  const rows = Number(values.rows);
  const runs = [1, 2, 3].map((seed) => {
    const { people, truth } = manyPeople(rows, seed);
    const started = performance.now();
    const found = findDuplicates(people);
    return { seconds: (performance.now() - started) / 1000, ...precisionAndRecall(found, truth) };
  });
  const median = (pick: (run: (typeof runs)[number]) => number) =>
    runs.map(pick).sort((a, b) => a - b)[1] ?? 0;
  const result = {
    rows,
    seconds: Number(median(({ seconds }) => seconds).toFixed(3)),
    rowsPerSecond: Math.round(rows / median(({ seconds }) => seconds)),
    precision: Number(median(({ precision }) => precision).toFixed(4)),
    recall: Number(median(({ recall }) => recall).toFixed(4)),
  };
  if (json) console.log(JSON.stringify(result));
  else console.table(result);
}
