import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startCoverage } from './coverage.ts';
import type { FuzzSet } from './fuzz-set.ts';
import { mutate, randomSource } from './mutate.ts';

export interface FuzzOptions {
  readonly seed: number;
  /** Whether to go on after so many executions and milliseconds. */
  readonly goesOn: (executions: number, elapsedMs: number) => boolean;
}

export interface FuzzReport {
  readonly set: string;
  readonly seed: number;
  readonly executions: number;
  readonly elapsedMs: number;
  readonly blocks: number;
  readonly corpus: number;
  /** The slowest of those that seemed slow while coverage was counted; 0 if none did. */
  readonly slowestMs: number;
  readonly heapGrowthMiB: number;
  /** Texts that threw, or that took longer than the limit. */
  readonly failures: readonly Failure[];
}

interface Failure {
  readonly text: string;
  readonly problem: string;
}

interface Suspect {
  readonly text: string;
  readonly index: number;
}

/** Nothing that is scanned may hold the desk up. */
const slowMs = 50;
const batchSize = 40;
/** Growth is measured from here on: before, the engine fills its own caches. */
const warmUpExecutions = 3000;

/**
 * Coverage-guided fuzzing of everything that reads what was scanned. Jazzer's native part asks for a newer
 * C library than current Debian has, so the engine's own block coverage guides a small mutator instead.
 */
export async function fuzzScans(set: FuzzSet, { seed, goesOn }: FuzzOptions): Promise<FuzzReport> {
  const random = randomSource(seed);
  const { targets } = set;
  const mutation = { random, words: set.words, codes: set.codes };
  const coverage = await startCoverage(set.covered);
  const corpus = [...set.seeds];
  const failures: Failure[] = [];
  const suspects: Suspect[] = [];
  const startedAt = performance.now();
  let [executions, heapAtStart] = [0, 0];
  for (const text of corpus) runAll(targets, text, failures, suspects);
  await coverage.takeNewBlocks();
  while (goesOn(executions, performance.now() - startedAt)) {
    const batch = Array.from({ length: batchSize }, () =>
      mutate(pick(corpus, random), pick(corpus, random), mutation),
    );
    for (const text of batch) runAll(targets, text, failures, suspects);
    executions += batchSize;
    // As between two scans: what failed streams leave for the next turn of the loop is done.
    await setImmediate();
    if ((await coverage.takeNewBlocks()) > 0) corpus.push(...(await rerunOnes(targets, batch, coverage)));
    if (heapAtStart === 0 && executions >= warmUpExecutions) heapAtStart = usedHeap();
  }
  const { blocks } = coverage;
  const heapAtEnd = usedHeap();
  await coverage.stop();
  const slow = slowOnes(targets, suspects);
  return {
    set: set.name,
    seed,
    executions,
    elapsedMs: Math.round(performance.now() - startedAt),
    blocks,
    corpus: corpus.length,
    slowestMs: Math.round(slow.slowest * 10) / 10,
    heapGrowthMiB: heapAtStart === 0 ? 0 : Math.round((heapAtEnd - heapAtStart) / 1024 / 102.4) / 10,
    failures: [...failures, ...slow.failures],
  };
}

/** Which texts of a batch reach blocks in numbers of their own: those are worth changing further. */
async function rerunOnes(
  targets: FuzzSet['targets'],
  batch: readonly string[],
  coverage: { takeNewBlocks(): Promise<number> },
) {
  const kept: string[] = [];
  for (const text of batch) {
    runAll(targets, text, [], []);
    if ((await coverage.takeNewBlocks()) > 0) kept.push(text);
  }
  // What only the batch as a whole reached is kept by its longest text.
  const longest = batch.reduce((one, other) => (one.length >= other.length ? one : other), '');
  return kept.length > 0 ? kept : [longest];
}

/** Runs a text through every target; what throws is a failure, what seems slow is looked at later. */
function runAll(targets: FuzzSet['targets'], text: string, failures: Failure[], suspects: Suspect[]): void {
  for (const [index, target] of targets.entries()) {
    try {
      const tookMs = timeOf(target, text);
      if (tookMs > slowMs) suspects.push({ text, index });
    } catch (error) {
      failures.push({ text, problem: `target ${index}: ${(error as Error).stack}` });
    }
  }
}

/**
 * The true times of texts that seemed slow. Counting coverage costs a multiple, and another process may have
 * had the processor: so without it, warm, and the best of five.
 */
function slowOnes(
  targets: FuzzSet['targets'],
  suspects: readonly Suspect[],
): { slowest: number; failures: Failure[] } {
  const failures: Failure[] = [];
  let slowest = 0;
  for (const { text, index } of suspects) {
    const target = targets[index];
    if (!target) continue;
    const times = Array.from({ length: 7 }, () => timeOf(target, text)).slice(2);
    const best = Math.min(...times);
    slowest = Math.max(slowest, best);
    if (best > slowMs) failures.push({ text, problem: `target ${index} took ${Math.round(best)} ms` });
  }
  return { slowest, failures };
}

function timeOf(target: (text: string) => void, text: string): number {
  const from = performance.now();
  target(text);
  return performance.now() - from;
}

function pick(corpus: readonly string[], random: (below: number) => number): string {
  return corpus[random(corpus.length)] ?? '';
}

export function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
