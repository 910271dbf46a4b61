import type { SeriesRule } from '../schedule-book.ts';
import type { BookFault } from './book-fault.ts';
import { ageRangeFaults } from './span-faults.ts';

type Path = readonly (string | number)[];

/** What contradicts itself among the series of one antigen. */
export function seriesFaults(all: readonly SeriesRule[], path: Path): BookFault[] {
  return all.flatMap((series, place): BookFault[] => {
    const here = [...path, place];
    const { name, seriesGroup, isDefault, minimumAgeToStart, maximumAgeToStart } = series;
    const before = all.slice(0, place);
    const startAges = {
      ...(minimumAgeToStart === undefined ? {} : { fromAge: minimumAgeToStart }),
      ...(maximumAgeToStart === undefined ? {} : { toAge: maximumAgeToStart }),
    };
    const found: BookFault[] = [];
    if (before.some((other) => other.name === name))
      found.push({ path: [...here, 'name'], problem: 'named-twice', named: name });
    if (isDefault && before.some((other) => other.isDefault && competes(other, series)))
      found.push({ path: [...here, 'isDefault'], problem: 'two-default-series', named: seriesGroup });
    if (series.equivalentGroups.includes(seriesGroup))
      found.push({
        path: [...here, 'equivalentGroups'],
        problem: 'group-equivalent-to-itself',
        named: seriesGroup,
      });
    return [...found, ...ageRangeFaults(startAges, here)];
  });
}

/** Whether one person could be in both. */
function competes(one: SeriesRule, other: SeriesRule): boolean {
  if (one.seriesGroup !== other.seriesGroup) return false;
  return !one.sexes || !other.sexes || one.sexes.some((sex) => other.sexes?.includes(sex));
}
