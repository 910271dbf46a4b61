import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { errorFacts } from '../domain/kernel/error-facts.ts';

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
      logger.error({ code, logId, ...facts, ...errorFacts(error) });
      return logId;
    },
  };
}
