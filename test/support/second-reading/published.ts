import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The CDC's supporting data as its files say it: everything is text, and what does not apply is missing. */
export interface Ages {
  readonly beginAge?: string;
  readonly endAge?: string;
}
export interface Force {
  readonly effectiveDate?: string;
  readonly cessationDate?: string;
}
export interface Use extends Ages {
  readonly cvx: string;
  readonly mvx?: string;
}
export interface Interval extends Force {
  readonly fromPrevious?: string;
  readonly fromTargetDose?: string;
  readonly fromMostRecent?: string;
  readonly fromRelevantObs?: { readonly code: string };
  readonly absMinInt?: string;
  readonly minInt?: string;
  readonly earliestRecInt?: string;
  readonly intervalPriority?: string;
}
export interface Condition extends Ages {
  readonly conditionType: string;
  readonly interval?: string;
  readonly doseCount?: string;
  readonly doseType?: string;
  readonly doseCountLogic?: string;
  readonly vaccineTypes?: string;
  readonly seriesGroups?: string;
  readonly startDate?: string;
  readonly endDate?: string;
}
export interface SkipSet extends Force {
  readonly conditionLogic?: string;
  readonly condition: readonly Condition[];
}
export interface SeriesDose {
  readonly age?: readonly (Force & {
    readonly absMinAge?: string;
    readonly minAge?: string;
    readonly earliestRecAge?: string;
    readonly maxAge?: string;
  })[];
  readonly interval?: readonly Interval[];
  readonly allowableInterval?: Interval | readonly Interval[];
  readonly preferableVaccine?: readonly Use[];
  readonly allowableVaccine?: readonly Use[];
  readonly inadvertentVaccine?: readonly { readonly cvx: string }[];
  readonly conditionalSkip?: readonly {
    readonly context: string;
    readonly setLogic?: string;
    readonly set: readonly SkipSet[];
  }[];
  readonly recurringDose?: string;
  readonly seasonalRecommendation?: { readonly startDate?: string; readonly endDate?: string };
}
export interface Series {
  readonly seriesName: string;
  readonly targetDisease: string;
  readonly seriesType: 'Standard' | 'Risk' | 'Evaluation Only';
  readonly equivalentSeriesGroups?: string;
  readonly requiredGender?: readonly string[];
  readonly selectSeries: {
    readonly defaultSeries?: string;
    readonly productPath?: string;
    readonly seriesGroup: string;
    readonly seriesPriority: string;
    readonly seriesPreference?: string;
    readonly minAgeToStart?: string;
    readonly maxAgeToStart?: string;
  };
  readonly indication?: readonly (Ages & { readonly observationCode: { readonly code: string } })[];
  readonly seriesDose: readonly SeriesDose[];
}
type Observed = Ages & { readonly observationCode: string };
export interface Antigen {
  readonly series: readonly Series[];
  readonly immunity?: {
    readonly clinicalHistory?: readonly { readonly guidelineCode: string }[];
    readonly dateOfBirth?: {
      readonly immunityBirthDate: string;
      readonly birthCountry?: string;
      readonly exclusion?: readonly { readonly exclusionCode: string }[];
    };
  };
  readonly contraindications?: {
    readonly vaccineGroup?: { readonly contraindication?: readonly Observed[] };
    readonly vaccine?: {
      readonly contraindication?: readonly (Observed & {
        readonly contraindicatedVaccine?: readonly Use[];
      })[];
    };
  };
}
interface Schedule {
  readonly liveVirusConflicts: {
    readonly liveVirusConflict: readonly {
      readonly previous: { readonly cvx: string };
      readonly current: { readonly cvx: string };
      readonly conflictBeginInterval: string;
      readonly minConflictEndInterval: string;
      readonly conflictEndInterval: string;
    }[];
  };
  readonly vaccineGroupToAntigenMap: {
    readonly vaccineGroupMap: readonly { readonly name: string; readonly antigen: readonly string[] }[];
  };
  readonly cvxToAntigenMap: {
    readonly cvxMap: readonly {
      readonly cvx: string;
      readonly association?: readonly {
        readonly antigen: string;
        readonly associationBeginAge?: string;
        readonly associationEndAge?: string;
      }[];
    }[];
  };
}

export interface Published {
  readonly antigens: ReadonlyMap<string, Antigen>;
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** By CVX, with the place of the product in the published list. */
  readonly products: ReadonlyMap<
    string,
    { place: number; antigens: readonly (Ages & { antigen: string })[] }
  >;
  /** By the later product, then by the earlier one: from when until when it disturbs. */
  readonly conflicts: ReadonlyMap<string, ReadonlyMap<string, { begin: string; least: string; end: string }>>;
}

export function readPublished(folder: string): Published {
  const files = readdirSync(folder).filter((name) => name !== 'schedule.json');
  const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  const antigens = files.map((name) => read(name).antigenSupportingData as Antigen);
  const schedule: Schedule = read('schedule.json').scheduleSupportingData;
  const conflicts = new Map<string, Map<string, { begin: string; least: string; end: string }>>();
  for (const each of schedule.liveVirusConflicts.liveVirusConflict) {
    const byEarlier = conflicts.get(each.current.cvx) ?? new Map();
    conflicts.set(each.current.cvx, byEarlier);
    byEarlier.set(each.previous.cvx, {
      begin: each.conflictBeginInterval,
      least: each.minConflictEndInterval,
      end: each.conflictEndInterval,
    });
  }
  return {
    antigens: new Map(antigens.map((antigen) => [antigen.series[0]?.targetDisease ?? '', antigen])),
    groups: new Map(
      schedule.vaccineGroupToAntigenMap.vaccineGroupMap.map(({ name, antigen }) => [name, antigen]),
    ),
    products: new Map(
      schedule.cvxToAntigenMap.cvxMap.map(({ cvx, association = [] }, place) => [
        cvx,
        {
          place,
          antigens: association.map(({ antigen, associationBeginAge, associationEndAge }) => ({
            antigen,
            ...(associationBeginAge ? { beginAge: associationBeginAge } : {}),
            ...(associationEndAge ? { endAge: associationEndAge } : {}),
          })),
        },
      ]),
    ),
    conflicts,
  };
}
