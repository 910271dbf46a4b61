import { randomBytes } from 'node:crypto';
import pino from 'pino';

/** What the station writes down for developers: codes and ids of log lines, never anything about a person. */
export interface StationLog {
  info(code: string, facts?: LogFacts): void;
  /** Answers the id under which the desk can name this line. */
  problem(code: string, error: unknown, facts?: LogFacts): string;
}

/** Plain facts only: counts, durations, codes, names of channels. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export function createStationLog(write: (line: string) => void): StationLog {
  const logger = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return {
    info: (code, facts) => logger.info({ code, ...facts }),
    problem: (code, error, facts) => {
      const logId = randomBytes(4).toString('hex');
      logger.error({ code, logId, ...facts, ...describe(error) });
      return logId;
    },
  };
}

/** Where it broke. The message stays out: it may quote what somebody typed. */
function describe(error: unknown): { error: string; errorCode?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' < '),
  };
}
