import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { evaluateBatch } from '../../../../main/cli/certificate-batch.ts';

async function answersTo(...lines: string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  const io = {
    out: (line: string) => answers.push(JSON.parse(line)),
    err: () => undefined,
    stdin: Readable.from([]),
  };
  await evaluateBatch(Readable.from(`${lines.join('\n')}\n`), () => 0, io);
  return answers;
}

it('a bad line says what is wrong with it and stops nothing', async () => {
  const answers = await answersTo(
    'no json',
    '{"id":7}',
    '[]',
    '{"id":"a","text":"HC2:X","at":"yesterday"}',
    '{"id":"b","text":"HC2:X","certificates":["AAAA"],"at":"2021-05-03T18:00:00Z"}',
  );
  expect(answers).toEqual([
    { error: expect.any(String) },
    { id: 7, error: expect.any(String) },
    { error: expect.any(String) },
    { id: 'a', error: expect.any(String) },
    { id: 'b', unprefix: false },
  ]);
});

it('an endless batch is read no faster than its answers are taken', async () => {
  let [asked, answered] = [0, 0];
  let take: () => void = () => undefined;
  const taken = new Promise<void>((resolve) => {
    take = resolve;
  });
  async function* lines() {
    for (;;) {
      asked++;
      yield `{"text":"${'HC1:'.padEnd(200_000)}"}\n`;
    }
  }
  const io = {
    out: () => {
      answered++;
    },
    err: () => undefined,
    stdin: Readable.from([]),
    ready: () => taken,
  };
  const input = Readable.from(lines());
  const batch = evaluateBatch(input, () => 0, io).catch(() => 0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(answered).toBe(1);
  expect(asked).toBeLessThan(40);
  input.destroy();
  take();
  await batch;
});
