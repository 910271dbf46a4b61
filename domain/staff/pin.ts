import { addMinutes, type Instant } from '../kernel/instant.ts';

/** Wrong PINs in a row before somebody has to be unlocked. */
export const mostWrongTries = 5;

const FIRST_LOCK_MINUTES = 5;
const LONGEST_LOCK_MINUTES = 24 * 60;

/** Wrong tries of one person, as they stand. */
export interface WrongTries {
  readonly wrongTries: number;
  /** How often in a row they were locked out. */
  readonly lockOuts: number;
  /** Since when they are; absent for a lock from before locks ended by themselves. */
  readonly lockedAt?: Instant;
}

export function isLockedOut(tries: WrongTries, now: Instant): boolean {
  if (tries.wrongTries < mostWrongTries) return false;
  const end = lockEndsAt(tries);
  return end === undefined || now < end;
}

/**
 * When a lock ends by itself, each in a row later than the one before: nobody can keep anybody out for good.
 * Undefined for nobody locked out, and for a lock that only a site lead ends.
 */
export function lockEndsAt({ wrongTries, lockOuts, lockedAt }: WrongTries): Instant | undefined {
  if (wrongTries < mostWrongTries || !lockedAt) return undefined;
  const minutes = Math.min(FIRST_LOCK_MINUTES * 3 ** (lockOuts - 1), LONGEST_LOCK_MINUTES);
  return addMinutes(lockedAt, minutes);
}

export const shortestPin = 4;
export const longestPin = 6;

export type PinFault = 'pin-malformed' | 'pin-too-simple';

/** What is wrong with a PIN that somebody wants; nothing for a good one. */
export function faultOfPin(pin: string): PinFault | undefined {
  if (!/^[0-9]+$/.test(pin) || pin.length < shortestPin || pin.length > longestPin) return 'pin-malformed';
  return isTooSimple(pin) ? 'pin-too-simple' : undefined;
}

/** One digit over and over, a run up or down (`2345`, `987654`), or a half said twice (`1212`, `123123`). */
function isTooSimple(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])));
  const [step, another] = steps;
  const isRun = another === undefined && step !== undefined && Math.abs(step) <= 1;
  const half = pin.slice(0, pin.length / 2);
  return isRun || pin === half + half;
}
