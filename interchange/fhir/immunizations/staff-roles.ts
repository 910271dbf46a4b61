import type { FhirResource } from 'fhir/r4';
import type { RecordedDose, VaccinationFacts } from './vaccination-facts.ts';

/** What a dose calls whoever answers for it: one role for each name at the centre. */
export function staffRoleOf(dose: RecordedDose, facts: VaccinationFacts): string {
  return `PractitionerRole/${roleIds(facts).get(nameOf(dose, facts)) ?? ''}`;
}

/** Those roles, each with the centre and the person. */
export function staffRoles(facts: VaccinationFacts): FhirResource[] {
  const { centre } = facts;
  return [...roleIds(facts)].map(([name, id]) => ({
    resourceType: 'PractitionerRole',
    id,
    practitioner: { display: name },
    organization: { display: [centre.name, centre.address].filter((part) => part !== '').join(', ') },
    ...(centre.phone === '' ? {} : { telecom: [{ system: 'phone', value: centre.phone }] }),
  }));
}

function roleIds(facts: VaccinationFacts): Map<string, string> {
  const names = new Set(
    facts.doses.flatMap((dose) => (dose.kind === 'recorded' ? [nameOf(dose, facts)] : [])),
  );
  return new Map([...names].map((name, index) => [name, `role-${index + 1}`]));
}

function nameOf({ vaccinator }: RecordedDose, { centre }: VaccinationFacts): string {
  return vaccinator ?? centre.name;
}
