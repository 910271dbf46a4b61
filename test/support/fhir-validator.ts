import { Fhir } from 'fhir';

const validator = new Fhir();

/**
 * What an independent validator says against a resource of FHIR R4, and against dates that are none: those it does not
 * look at. Empty where it is sound.
 */
export function faultsOfFhir(resource: object): string[] {
  const { messages } = validator.validate(resource, { errorOnUnexpected: true });
  const said = messages
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location}: ${message}`);
  return [...said, ...badDatesIn(resource)];
}

const isDate = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;
const dated = new Set(['occurrenceDateTime', 'expirationDate', 'birthDate', 'date']);

function badDatesIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return dated.has(name) && !isDate.test(value) ? [`${name}: no date`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => badDatesIn(each, Array.isArray(value) ? name : key));
}
