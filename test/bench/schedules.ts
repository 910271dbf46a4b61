import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileBook } from '../../domain/schedules/evaluation/compile-book.ts';
import type { CompiledBook } from '../../domain/schedules/evaluation/compiled-book.ts';
import { evaluateGroup } from '../../domain/schedules/evaluation/evaluate-group.ts';
import { answerScheduleLine } from '../../main/cli/schedule-answer.ts';
import { scheduleRequest } from '../../main/cli/schedule-request.ts';
import { groupNamed } from '../../main/schedules/cdsi/group-names.ts';
import { readSupportingData } from '../../main/schedules/cdsi/read-supporting-data.ts';
import { sharedData } from '../support/shared-data.ts';

/**
 * `npm run -s bench -- schedules [--evaluations N] [--json]`: published histories evaluated by the CDC's schedules in one
 * thread; evaluations alone, and whole lines of a batch with reading and writing JSON.
 */
export async function run({ json, args }: { json: boolean; args: string[] }): Promise<void> {
  const { values } = parseArgs({ args, options: { evaluations: { type: 'string', default: '200000' } } });
  const evaluations = Number(values.evaluations);
  const data = await readSupportingData(sharedData('cdsi', 'supporting-data'));
  if (!data.ok) throw new Error(data.refusal);
  const startedAt = performance.now();
  const book = compileBook(data.value);
  const compileMs = performance.now() - startedAt;
  const lines = readFileSync(sharedData('cdsi', 'cases.ndjson'), 'utf8').trim().split('\n');
  const evaluate = evaluationsOf(book, lines);
  const answer = lines.map((line) => () => answerScheduleLine(book, line));
  for (const work of [evaluate, answer]) repeat(work, evaluations / 10); // to warm up
  const each = repeat(evaluate, evaluations);
  const result = {
    evaluations,
    evaluationsPerSecond: Math.round(evaluations / each.seconds),
    evaluationsPerCpuSecond: Math.round(evaluations / each.cpuSeconds),
    p50Microseconds: Number(each.p50.toFixed(1)),
    p99Microseconds: Number(each.p99.toFixed(1)),
    linesPerSecond: Math.round(evaluations / repeat(answer, evaluations).seconds),
    compileMs: Math.round(compileMs),
  };
  if (json) console.log(JSON.stringify(result));
  else console.table(result);
}

function evaluationsOf(book: CompiledBook, lines: readonly string[]): (() => unknown)[] {
  return lines.flatMap((line) => {
    const request = scheduleRequest.parse(JSON.parse(line));
    const group = groupNamed(book, request.group);
    const person = { bornOn: request.born, sex: request.sex, doses: request.doses };
    return group ? [() => evaluateGroup(book, group, person, request.at)] : [];
  });
}

function repeat(work: readonly (() => unknown)[], times: number) {
  const taken = new Float64Array(Math.floor(times));
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  for (let done = 0; done < taken.length; done += 1) {
    const before = performance.now();
    work[done % work.length]?.();
    taken[done] = (performance.now() - before) * 1000;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const sorted = taken.sort();
  return {
    seconds,
    cpuSeconds: (user + system) / 1_000_000,
    p50: sorted[Math.floor(times * 0.5)] ?? 0,
    p99: sorted[Math.floor(times * 0.99)] ?? 0,
  };
}
