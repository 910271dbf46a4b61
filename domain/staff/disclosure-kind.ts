/** In what form data about people leaves the station. */
export const disclosureKinds = [
  'register-csv',
  'register-fhir',
  'day-list-csv',
  'day-list-pdf',
  'refused-rows',
  'bundle',
  'pass-pdf',
  'calendar',
  'person-json',
  'person-pdf',
] as const;
export type DisclosureKind = (typeof disclosureKinds)[number];
