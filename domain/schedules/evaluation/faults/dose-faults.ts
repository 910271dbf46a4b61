import type { AgeRule, IntervalRule, ProductUse, SkipRule, TargetDoseRule } from '../schedule-book.ts';
import type { BookFault } from './book-fault.ts';
import { ageRangeFaults, agesOverlap, forceFaults, forcesOverlap, orderFaults } from './span-faults.ts';

type Path = readonly (string | number)[];

/** What contradicts itself in the rules of one dose; `place` counts from 0 within its series. */
export function doseFaults(dose: TargetDoseRule, place: number, path: Path): BookFault[] {
  return [
    ...dose.ages.flatMap((age, number) => ageFaults(age, [...path, 'ages', number])),
    ...overlaps(dose.ages, forcesOverlap, () => 'ages', [...path, 'ages']),
    ...intervalListFaults(dose.intervals, place, [...path, 'intervals']),
    ...intervalListFaults(dose.allowableIntervals, place, [...path, 'allowableIntervals']),
    ...productUseFaults(dose.preferable, [...path, 'preferable']),
    ...productUseFaults(dose.allowable, [...path, 'allowable']),
    ...dose.skips.flatMap((skip, number) => skipFaults(skip, [...path, 'skips', number])),
    ...seasonFaults(dose, path),
    ...dose.inadvertent.flatMap((product, number): BookFault[] => {
      const isWanted = dose.preferable.some((use) => use.product === product);
      const problem = 'both-wanted-and-inadvertent';
      return isWanted ? [{ path: [...path, 'inadvertent', number], problem, named: product }] : [];
    }),
  ];
}

function ageFaults(age: AgeRule, path: Path): BookFault[] {
  const { absoluteMinimum, minimum, recommendedFrom, recommendedTo, maximum } = age;
  return [
    ...orderFaults(
      [
        ['absoluteMinimum', absoluteMinimum],
        ['minimum', minimum],
        ['recommendedFrom', recommendedFrom],
        ['recommendedTo', recommendedTo],
      ],
      path,
    ),
    ...orderFaults(
      [
        ['recommendedFrom', recommendedFrom ?? minimum ?? absoluteMinimum],
        ['maximum', maximum],
      ],
      path,
    ),
    ...forceFaults(age, path),
  ];
}

function intervalListFaults(intervals: readonly IntervalRule[], place: number, path: Path): BookFault[] {
  const startOf = ({ start }: IntervalRule) => JSON.stringify(start);
  const overlap = (one: IntervalRule, other: IntervalRule) =>
    startOf(one) === startOf(other) && forcesOverlap(one, other);
  return [
    ...intervals.flatMap((interval, number) => intervalFaults(interval, place, [...path, number])),
    ...overlaps(intervals, overlap, startOf, path),
  ];
}

function intervalFaults(interval: IntervalRule, place: number, path: Path): BookFault[] {
  const { start, absoluteMinimum, minimum, recommendedFrom, recommendedTo } = interval;
  const isLater = start.from === 'target-dose' && start.dose > place;
  return [
    ...(isLater
      ? [{ path: [...path, 'start'], problem: 'unknown-dose' as const, named: String(start.dose) }]
      : []),
    ...orderFaults(
      [
        ['absoluteMinimum', absoluteMinimum],
        ['minimum', minimum],
        ['recommendedFrom', recommendedFrom],
        ['recommendedTo', recommendedTo],
      ],
      path,
    ),
    ...forceFaults(interval, path),
  ];
}

function productUseFaults(uses: readonly ProductUse[], path: Path): BookFault[] {
  const overlap = (one: ProductUse, other: ProductUse) =>
    one.product === other.product &&
    one.maker === other.maker &&
    one.amountMl === other.amountMl &&
    agesOverlap(one, other);
  return [
    ...uses.flatMap((use, number) => ageRangeFaults(use, [...path, number])),
    ...overlaps(uses, overlap, ({ product }) => product, path),
  ];
}

function skipFaults(skip: SkipRule, path: Path): BookFault[] {
  return skip.sets.flatMap((set, number) => [
    ...forceFaults(set, [...path, 'sets', number]),
    ...set.conditions.flatMap((condition, index) =>
      condition.kind === 'age' || condition.kind === 'dose-count'
        ? ageRangeFaults(condition, [...path, 'sets', number, 'conditions', index])
        : [],
    ),
  ]);
}

function seasonFaults({ season }: TargetDoseRule, path: Path): BookFault[] {
  if (season?.kind !== 'dates' || season.to === undefined || season.from <= season.to) return [];
  return [{ path: [...path, 'season'], problem: 'in-force-empty', named: `${season.from} – ${season.to}` }];
}

/** Rules of one list that would both apply to one dose. */
function overlaps<Rule>(
  rules: readonly Rule[],
  overlap: (one: Rule, other: Rule) => boolean,
  nameOf: (rule: Rule) => string,
  path: Path,
): BookFault[] {
  return rules.flatMap((rule, place): BookFault[] =>
    rules.slice(0, place).some((before) => overlap(before, rule))
      ? [{ path: [...path, place], problem: 'rules-overlap', named: nameOf(rule) }]
      : [],
  );
}
