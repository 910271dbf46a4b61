/** Wrong PINs in a row before somebody has to be unlocked. */
export const mostWrongTries = 5;

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
