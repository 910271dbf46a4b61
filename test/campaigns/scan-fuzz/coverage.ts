import { Session } from 'node:inspector/promises';

/** Tells which blocks of the code under test have run for the first time. */
export interface Coverage {
  /** How many blocks ran since the last call that never ran before. */
  takeNewBlocks(): Promise<number>;
  readonly blocks: number;
  stop(): Promise<void>;
}

/** Block coverage of every script whose address holds `part`, from the engine itself. */
export async function startCoverage(part: string): Promise<Coverage> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const seen = new Set<string>();
  return {
    async takeNewBlocks() {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const before = seen.size;
      for (const script of result.filter(({ url }) => url.includes(part)))
        for (const { ranges } of script.functions)
          for (const { startOffset, endOffset, count } of ranges)
            if (count > 0) seen.add(`${script.scriptId}:${startOffset}:${endOffset}:${magnitude(count)}`);
      return seen.size - before;
    },
    get blocks() {
      return seen.size;
    },
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** Loops count as new when they run much more often: 1, 2, 4, 8 ... times. */
function magnitude(count: number): number {
  return Math.min(6, Math.floor(Math.log2(count)));
}
