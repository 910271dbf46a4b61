import type { FhirResource, Immunization, ImmunizationRecommendation } from 'fhir/r4';
import type { FhirDose, VaccinationFacts } from './vaccination-facts.ts';

/**
 * A form that a country asks for. It is given the resources that are bound to no profile and makes its own of them;
 * `undefined` where it has no place for what they say. A new one is a name in `immunizationProfiles` and an entry in
 * `immunization-bundle.ts`.
 */
export interface DocumentProfile {
  immunization(plain: Immunization, dose: FhirDose, facts: VaccinationFacts): Immunization | undefined;
  recommendation(
    plain: ImmunizationRecommendation,
    facts: VaccinationFacts,
  ): ImmunizationRecommendation | undefined;
  /** What its resources refer to beside the person. */
  also(facts: VaccinationFacts): readonly FhirResource[];
}
