import fc from 'fast-check';
import { type VisitStep, visitSteps } from './visit-steps.ts';

/** One thing that happens at one of the stations; numbers are taken modulo what there is. */
export type Step =
  | {
      readonly do:
        | 'register'
        | 'book'
        | 'record'
        | 'void'
        | 'correct-dose'
        | 'correct'
        | 'restrict'
        | 'erase'
        | VisitStep;
      readonly at: number;
      readonly who: number;
    }
  | { readonly do: StockStep; readonly at: number; readonly vials: number }
  | { readonly do: PairStep; readonly at: number; readonly who: number; readonly other: number }
  /** Some of what one station holds reaches another, in some order, once or twice, with the keys or without. */
  | {
      readonly do: 'pull';
      readonly at: number;
      readonly from: number;
      readonly percent: number;
      readonly shuffle: number;
      readonly withKeys: boolean;
      readonly isTwice: boolean;
    }
  | { readonly do: 'keys'; readonly at: number; readonly from: number }
  | { readonly do: 'crash' | 'rebuild'; readonly at: number }
  | { readonly do: 'skew'; readonly at: number; readonly minutes: number };

export type PairStep = 'link' | 'unlink' | 'tell-apart';
export type StockStep = 'receive' | 'open-vial' | 'discard' | 'count' | 'block' | 'release' | 'extend';

export interface StationHistory {
  readonly stations: number;
  readonly steps: readonly Step[];
}

const place = fc.nat(4);
const who = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('register' as const), at: place, who }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'book' as const,
        'record' as const,
        'record' as const,
        'void',
        'correct-dose',
        'correct',
        'restrict',
      ),
      at: place,
      who,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom<StockStep[]>(
        'receive',
        'receive',
        'open-vial',
        'discard',
        'count',
        'block',
        'release',
        'extend',
      ),
      at: place,
      vials: fc.nat(3),
    }),
  },
  { weight: 10, arbitrary: fc.record({ do: fc.constantFrom<VisitStep[]>(...visitSteps), at: place, who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), at: place, who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom<PairStep[]>('link', 'unlink', 'tell-apart'),
      at: place,
      who,
      other: who,
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('pull' as const),
      at: place,
      from: place,
      percent: fc.integer({ min: 10, max: 100 }),
      shuffle: fc.nat(),
      withKeys: fc.boolean(),
      isTwice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('keys' as const), at: place, from: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('crash' as const, 'rebuild'), at: place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('skew' as const),
      at: place,
      minutes: fc.integer({ min: -24 * 60, max: 24 * 60 }),
    }),
  },
);

/** Two to five stations of one centre, which know two people before they are cut off from each other. */
export const history: fc.Arbitrary<StationHistory> = fc.record({
  stations: fc.integer({ min: 2, max: 5 }),
  steps: fc.array(step, { minLength: 15, maxLength: 50 }),
});
