import type { ImmunizationRecommendation, ImmunizationRecommendationRecommendation } from 'fhir/r4';
import { forecastStatus, loinc } from './code-systems.ts';
import { diseasesOf, vaccineCode } from './plain-immunization.ts';
import type { VaccinationFacts } from './vaccination-facts.ts';

type Criterion = NonNullable<ImmunizationRecommendationRecommendation['dateCriterion']>[number];

/** When the next dose is due; `undefined` where the schedule asks for none. */
export function plainRecommendation({
  personId,
  centre,
  next,
  today,
}: VaccinationFacts): ImmunizationRecommendation | undefined {
  if (!next) return undefined;
  const { product, doseCount, window } = next;
  const { dose, earliest, recommendedFrom, recommendedTo, latest } = window;
  const [disease] = diseasesOf(product);
  return {
    resourceType: 'ImmunizationRecommendation',
    id: `${personId}-next`.slice(0, 64),
    patient: { reference: `Patient/${personId}` },
    date: today,
    authority: { display: centre.name },
    recommendation: [
      {
        vaccineCode: [vaccineCode(product)],
        ...(disease ? { targetDisease: disease } : {}),
        forecastStatus: {
          coding: [{ system: forecastStatus, code: today > recommendedTo ? 'overdue' : 'due' }],
        },
        // The codes of the FHIR value set immunization-recommendation-date-criterion.
        dateCriterion: [
          criterion('30981-5', earliest),
          criterion('30980-7', recommendedFrom),
          ...(latest ? [criterion('59777-3', latest)] : []),
        ],
        doseNumberPositiveInt: dose,
        // A booster after the series is none of its doses.
        ...(dose > doseCount ? {} : { seriesDosesPositiveInt: doseCount }),
      },
    ],
  };
}

function criterion(code: string, value: string): Criterion {
  return { code: { coding: [{ system: loinc, code }] }, value };
}
