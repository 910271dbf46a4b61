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
/** Before the report of a reaction was one. */
export const secondDisclosureKinds = [...firstDisclosureKinds, 'lot-trace-csv'] as const;
/** Before vaccination records, reports and the log were some. */
export const thirdDisclosureKinds = [...secondDisclosureKinds, 'adverse-event-pdf'] as const;
/** Before the register with its vaccinations was told from the one without. */
export const fourthDisclosureKinds = [
  ...thirdDisclosureKinds,
  'vaccination-record',
  'day-records',
  'daily-report-csv',
  'daily-report-json',
  'immunizations-fhir',
  'log',
] as const;
/** In what form data about people leaves the station. */
export const disclosureKinds = [...fourthDisclosureKinds, 'register-fhir-vaccinations'] as const;
export type FirstDisclosureKind = (typeof firstDisclosureKinds)[number];
export type SecondDisclosureKind = (typeof secondDisclosureKinds)[number];
export type ThirdDisclosureKind = (typeof thirdDisclosureKinds)[number];
export type FourthDisclosureKind = (typeof fourthDisclosureKinds)[number];
export type DisclosureKind = (typeof disclosureKinds)[number];
