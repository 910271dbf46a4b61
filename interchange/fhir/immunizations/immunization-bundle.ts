import type { Bundle, FhirResource } from 'fhir/r4';
import type { ImmunizationProfile } from '../../../domain/reports/immunization-profiles.ts';
import { patientEntry } from '../write-resources.ts';
import { chVacd } from './ch-vacd.ts';
import type { DocumentProfile } from './document-profile.ts';
import { mioImpfpass } from './mio-impfpass.ts';
import { plainImmunization } from './plain-immunization.ts';
import { plainRecommendation } from './plain-recommendation.ts';
import type { VaccinationFacts } from './vaccination-facts.ts';

const plain: DocumentProfile = {
  immunization: (resource) => resource,
  recommendation: (resource) => resource,
  also: () => [],
};

const profiles: Readonly<Record<ImmunizationProfile, DocumentProfile>> = {
  r4: plain,
  'mio-impfpass': mioImpfpass,
  'ch-vacd': chVacd,
};

export interface ImmunizationBundle {
  readonly bundle: Bundle;
  /** Doses that the profile has no place for. */
  readonly leftOut: number;
}

/** The person, each dose and what is due next as a collection of FHIR R4, by one of the profiles. */
export function immunizationBundle(facts: VaccinationFacts, name: ImmunizationProfile): ImmunizationBundle {
  const profile = profiles[name];
  const doses = facts.doses.flatMap(
    (dose) => profile.immunization(plainImmunization(dose, facts), dose, facts) ?? [],
  );
  const next = plainRecommendation(facts);
  const recommended = next && profile.recommendation(next, facts);
  const resources = [...profile.also(facts), ...doses, ...(recommended ? [recommended] : [])];
  return {
    bundle: {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [patientEntry(facts.personId, facts.details), ...resources.map(entryOf)],
    },
    leftOut: facts.doses.length - doses.length,
  };
}

function entryOf(resource: FhirResource) {
  return { fullUrl: `${resource.resourceType}/${resource.id ?? ''}`, resource };
}
