/** In what forms data about people left the station before others were added. */
export const firstDisclosureKinds = [
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
/** In what form data about people leaves the station. */
export const disclosureKinds = [...firstDisclosureKinds, 'lot-trace-csv'] as const;
export type FirstDisclosureKind = (typeof firstDisclosureKinds)[number];
export type DisclosureKind = (typeof disclosureKinds)[number];
