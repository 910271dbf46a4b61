import type { Light } from '../../domain/scan/decision.ts';

/** One note: how high (hertz), when it begins and how long it lasts, in seconds. */
export interface Tone {
  readonly hertz: number;
  readonly startsAt: number;
  readonly lasts: number;
}

/** Told apart by rhythm as well as by height, so that a noisy room and a dull ear do not matter: one, two, three. */
export const tonesOf: Readonly<Record<Light, readonly Tone[]>> = {
  green: [{ hertz: 880, startsAt: 0, lasts: 0.14 }],
  amber: [
    { hertz: 587, startsAt: 0, lasts: 0.14 },
    { hertz: 587, startsAt: 0.22, lasts: 0.14 },
  ],
  red: [
    { hertz: 262, startsAt: 0, lasts: 0.2 },
    { hertz: 262, startsAt: 0.28, lasts: 0.2 },
    { hertz: 196, startsAt: 0.56, lasts: 0.4 },
  ],
};
