/** How our own facts are named in FHIR where the standard has no name for them. */
export const ownPersonSystem = 'urn:impfpass-station:person';
export const ownAppointmentSystem = 'urn:impfpass-station:appointment';
export const externalPersonSystem = 'urn:impfpass-station:external-person';
export const externalAppointmentSystem = 'urn:impfpass-station:external-appointment';
export const plannedDoseExtension = 'urn:impfpass-station:planned-dose';
/** The German health insurance number. */
export const insuranceSystem = 'http://fhir.de/sid/gkv/kvid-10';
/** Every name that the number has or had, of statutory and private insurers. */
export const insuranceSystems: readonly string[] = [
  insuranceSystem,
  'http://fhir.de/NamingSystem/gkv/kvid-10',
  'http://fhir.de/sid/pkv/kvid-10',
];
/** Numbers of insurers and other institutions (Institutionskennzeichen): they say nothing of a person. */
export const institutionSystems: readonly string[] = [
  'http://fhir.de/sid/arge-ik/iknr',
  'http://fhir.de/NamingSystem/arge-ik/iknr',
];
/** Anatomical Therapeutic Chemical classification: which kind of vaccine. */
export const atcSystem = 'http://www.whocc.no/atc';
