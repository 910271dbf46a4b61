import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the headquarters of a trial says of itself once it is up, or why it is not. */
const told = z.union([
  z.object({
    headquarters: z.url(),
    code: z.string(),
    /** Pages for a browser. */
    booking: z.url(),
    phone: z.url(),
    system: z.url(),
    /** The file that says how far its clock was moved. */
    clock: z.string().optional(),
  }),
  z.object({ fault: z.string() }),
]);
export type TrialNetwork = z.output<typeof told>;

/** Undefined as long as nothing is written there. */
export function readTrialNetwork(file: string | undefined): TrialNetwork | undefined {
  if (!file) return undefined;
  try {
    return told.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

const LONGEST_MS = 100 * 365 * 24 * 60 * 60_000;
const movedClock = z.object({ offsetMs: z.number().nonnegative().max(LONGEST_MS) });

/** How many milliseconds the clock of the trial is ahead of the computer's; 0 where nobody moved it. */
export function readTrialClock(network: string | undefined): number {
  const known = readTrialNetwork(network);
  if (!known || 'fault' in known || known.clock === undefined) return 0;
  try {
    return movedClock.parse(JSON.parse(readFileSync(known.clock, 'utf8'))).offsetMs;
  } catch {
    return 0;
  }
}

/** The pages around a trial's desk, by what they show; none where there is no network. */
export function trialPages(file: string | undefined): { booking?: string; phone?: string; system?: string } {
  const network = readTrialNetwork(file);
  if (!network || 'fault' in network) return {};
  const { booking, phone, system } = network;
  return { booking, phone, system };
}
