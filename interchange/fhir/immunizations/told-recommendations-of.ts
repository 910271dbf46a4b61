import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import type { ToldRecommendation } from '../../../domain/vaccination/told-dose.ts';
import type { RecommendationResource } from './immunization-schemas.ts';
import type { Beside } from './resources-beside.ts';
import { vaccineOfCodes } from './vaccine-of-codes.ts';

/** When it is best, else from when it is possible (LOINC, as FHIR names the dates of a recommendation). */
const dates = ['30980-7', '30981-5'];
const MOST_NAME = 200;

/** What another system says is due. It is told, not taken: what is due here follows from the doses. */
export function toldRecommendations(
  { authority, recommendation }: RecommendationResource,
  beside: Beside,
): ToldRecommendation[] {
  return recommendation.map(({ vaccineCode = [], targetDisease, dateCriterion = [] }) => {
    const concepts = [...vaccineCode, ...(targetDisease ? [targetDisease] : [])];
    const coding = concepts.flatMap((each) => each.coding ?? []);
    const written = concepts.map(({ text }) => text).find((text) => text);
    const known = vaccineOfCodes({ text: written, coding, diseases: [] });
    const shown = written ?? coding.find(({ display }) => display)?.display ?? coding[0]?.code ?? '';
    const on = dates
      .map((wanted) => dateCriterion.find(({ code }) => code.coding?.some((each) => each.code === wanted)))
      .flatMap((criterion) => parsePlainDate((criterion?.value ?? '').slice(0, 10)) ?? [])[0];
    const named = typeof known === 'string' ? shown : (known.product?.name ?? shown);
    const told = authority?.display ?? issuerName(authority?.reference, beside);
    return { vaccine: named.slice(0, MOST_NAME), ...(on ? { on } : {}), authority: told.slice(0, MOST_NAME) };
  });
}

function issuerName(reference: string | undefined, beside: Beside): string {
  const found = reference === undefined ? undefined : beside.find(reference);
  return found && 'name' in found && typeof found.name === 'string' ? found.name : '';
}
