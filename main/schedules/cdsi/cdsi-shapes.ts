import { z } from 'zod';

/** The CDC's supporting data as it is published; everything is text, and what does not apply is left out. */
const text = z.string().optional();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).optional();

const ages = { beginAge: text, endAge: text };
const force = { effectiveDate: text, cessationDate: text };
const use = z.object({ cvx: z.string(), mvx: text, volume: text, forecastVaccineType: text, ...ages });

const interval = z.object({
  fromPrevious: text,
  fromTargetDose: text,
  fromMostRecent: text,
  fromRelevantObs: z.object({ code: z.string() }).optional(),
  absMinInt: text,
  minInt: text,
  earliestRecInt: text,
  latestRecInt: text,
  intervalPriority: text,
  ...force,
});

const condition = z.object({
  conditionType: z.string(),
  startDate: text,
  endDate: text,
  interval: text,
  doseCount: text,
  doseType: text,
  doseCountLogic: text,
  vaccineTypes: text,
  seriesGroups: text,
  ...ages,
});

const skip = z.object({
  context: z.string(),
  setLogic: text,
  set: z.array(
    z.object({ setDescription: text, conditionLogic: text, condition: z.array(condition), ...force }),
  ),
});

const seriesDose = z.object({
  age: list(
    z.object({
      absMinAge: text,
      minAge: text,
      earliestRecAge: text,
      latestRecAge: text,
      maxAge: text,
      ...force,
    }),
  ),
  interval: list(interval),
  allowableInterval: z.union([interval.transform((one) => [one]), z.array(interval)]).optional(),
  preferableVaccine: list(use),
  allowableVaccine: list(use),
  inadvertentVaccine: list(z.object({ cvx: z.string() })),
  conditionalSkip: list(skip),
  recurringDose: text,
  seasonalRecommendation: z.object({ startDate: text, endDate: text }).optional(),
});

const series = z.object({
  seriesName: z.string(),
  targetDisease: z.string(),
  seriesType: z.string(),
  equivalentSeriesGroups: text,
  requiredGender: list(z.string()),
  selectSeries: z.object({
    defaultSeries: text,
    productPath: text,
    seriesGroup: z.string(),
    seriesPriority: z.string(),
    seriesPreference: text,
    minAgeToStart: text,
    maxAgeToStart: text,
  }),
  indication: list(z.object({ observationCode: z.object({ code: z.string() }), ...ages })),
  seriesDose: z.array(seriesDose),
});

const contraindication = { observationCode: z.string(), contraindicationText: text, ...ages };

export const antigenFile = z.object({
  antigenSupportingData: z.object({
    immunity: z
      .object({
        clinicalHistory: list(z.object({ guidelineCode: z.string() })),
        dateOfBirth: z
          .object({
            immunityBirthDate: z.string(),
            birthCountry: text,
            exclusion: list(z.object({ exclusionCode: z.string() })),
          })
          .optional(),
      })
      .optional(),
    contraindications: z
      .object({
        vaccineGroup: z.object({ contraindication: list(z.object(contraindication)) }).optional(),
        vaccine: z
          .object({
            contraindication: list(z.object({ ...contraindication, contraindicatedVaccine: list(use) })),
          })
          .optional(),
      })
      .optional(),
    series: z.array(series).min(1),
  }),
});

export const scheduleFile = z.object({
  scheduleSupportingData: z.object({
    liveVirusConflicts: z.object({
      liveVirusConflict: z.array(
        z.object({
          previous: z.object({ cvx: z.string() }),
          current: z.object({ cvx: z.string() }),
          conflictBeginInterval: z.string(),
          minConflictEndInterval: z.string(),
          conflictEndInterval: z.string(),
        }),
      ),
    }),
    vaccineGroups: z.object({
      vaccineGroup: z.array(z.object({ name: z.string(), administerFullVaccineGroup: text })),
    }),
    vaccineGroupToAntigenMap: z.object({
      vaccineGroupMap: z.array(z.object({ name: z.string(), antigen: z.array(z.string()) })),
    }),
    cvxToAntigenMap: z.object({
      cvxMap: z.array(
        z.object({
          cvx: z.string(),
          shortDescription: z.string(),
          association: list(
            z.object({ antigen: z.string(), associationBeginAge: text, associationEndAge: text }),
          ),
        }),
      ),
    }),
    observations: z.object({
      observation: z.array(z.object({ observationCode: z.string(), observationTitle: z.string() })),
    }),
  }),
});

export type CdsiAntigen = z.output<typeof antigenFile>['antigenSupportingData'];
export type CdsiSeries = CdsiAntigen['series'][number];
export type CdsiDose = CdsiSeries['seriesDose'][number];
export type CdsiInterval = NonNullable<CdsiDose['interval']>[number];
export type CdsiSkip = NonNullable<CdsiDose['conditionalSkip']>[number];
export type CdsiCondition = CdsiSkip['set'][number]['condition'][number];
export type CdsiUse = NonNullable<CdsiDose['preferableVaccine']>[number];
export type CdsiSchedule = z.output<typeof scheduleFile>['scheduleSupportingData'];
