import type { CodeableConcept } from 'fhir/r4';
import { ownPersonSystem } from '../fhir-systems.ts';
import { snomed } from './code-systems.ts';
import type { DocumentProfile } from './document-profile.ts';
import { staffRoleOf, staffRoles } from './staff-roles.ts';

const definitions = 'http://fhir.ch/ig/ch-vacd/StructureDefinition';
/** SNOMED CT: a professional answers for it, or does not. */
const confirmed = '59156000';
const notConfirmed = '76104008';
/** EDQM Standard Terms, which Swiss documents name routes by. */
const edqm = 'http://standardterms.edqm.eu';
const routes: Readonly<Record<string, { readonly code: string; readonly display: string }>> = {
  intramuscular: { code: '20035000', display: 'Intramuscular use' },
  subcutaneous: { code: '20066000', display: 'Subcutaneous use' },
};

/**
 * CH VACD 6.0.0 by the guide's own definitions: a dose has a verification status, and whoever gave it is a
 * PractitionerRole; a recommendation has a number and the reason of it, which are the words of the schedule, for there is
 * no Swiss category. The Swissmedic number of a product and the document around all this are not written.
 */
export const chVacd: DocumentProfile = {
  immunization(plain, dose, facts) {
    const { performer: _, location: __, route, ...kept } = plain;
    const isOurs = dose.kind === 'recorded';
    const given = isOurs ? dose.route : dose.told?.route;
    return {
      ...kept,
      meta: { profile: [`${definitions}/ch-vacd-immunization`] },
      extension: [
        {
          url: `${definitions}/ch-vacd-ext-verification-status`,
          valueCoding: { system: snomed, code: isOurs ? confirmed : notConfirmed },
        },
      ],
      ...(route && given ? { route: edqmRoute(given) } : {}),
      ...(isOurs ? { performer: [{ actor: { reference: staffRoleOf(dose, facts) } }] } : {}),
    };
  },
  recommendation(plain, { next }) {
    return {
      ...plain,
      meta: { profile: [`${definitions}/ch-vacd-immunization-recommendation`] },
      identifier: [{ system: ownPersonSystem, value: plain.id ?? '' }],
      recommendation: plain.recommendation.map((each) => ({
        ...each,
        forecastReason: [{ text: next?.source ?? '' }],
      })),
    };
  },
  also: staffRoles,
};

function edqmRoute(route: string): CodeableConcept {
  const coding = routes[route];
  return coding ? { coding: [{ system: edqm, ...coding }] } : { text: route };
}
