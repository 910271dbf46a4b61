import type { PlainDate } from '../domain/kernel/plain-date.ts';

/** Whom a centre expects on one day, for working on paper. */
export interface DayList {
  readonly day: PlainDate;
  readonly centreName: string;
  readonly asOf: { readonly day: PlainDate; readonly clock: string };
  readonly entries: readonly {
    readonly clock: string;
    readonly familyName: string;
    readonly givenName: string;
    readonly birthDate: string;
    readonly plannedDose: number;
    /** Where the centre gives several. */
    readonly vaccine?: string;
    readonly passNumber: string;
    /** What was given on that day already, of the vaccine of the date; when, unless it was elsewhere. */
    readonly given?: { readonly lot: string; readonly clock?: string };
  }[];
}

/** `2`, or `2 Spikevax` where it must be said which. */
export function doseAndVaccine({ plannedDose, vaccine }: DayList['entries'][number]): string {
  return vaccine === undefined ? String(plannedDose) : `${plannedDose} ${vaccine}`;
}

/** How many people the list is about: somebody with two dates stands in it twice. */
export function peopleOn({ entries }: DayList): number {
  return new Set(entries.map((entry) => `${entry.familyName}|${entry.givenName}|${entry.birthDate}`)).size;
}
