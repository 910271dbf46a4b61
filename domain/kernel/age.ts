import type { BirthDate, PlainDate } from './plain-date.ts';

/** Full years on that day; undefined where papers give no more than a year or month. */
export function ageOn(birthDate: BirthDate, day: PlainDate): number | undefined {
  if (birthDate.length !== 10) return undefined;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
