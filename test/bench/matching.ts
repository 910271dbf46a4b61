import { parseArgs } from 'node:util';
import { findDuplicates } from '../../domain/people/matching/find-duplicates.ts';
import { inventedPeople, manyPeople, precisionAndRecall, rlData500 } from '../support/duplicate-people.ts';
import { hasSharedData } from '../support/shared-data.ts';

/** `npm run -s bench -- matching [--rows N] [--json]`: time, precision and recall on made-up files with slips. */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { rows: { type: 'string', default: '10000' } } });
  const rows = Number(values.rows);
  const known = hasSharedData ? rlData500().people : inventedPeople(500, 1);
  const runs = [1, 2, 3].map((seed) => {
    const { people, truth } = manyPeople(rows, seed, known);
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
