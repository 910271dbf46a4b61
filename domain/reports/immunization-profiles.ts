/** In which forms one person's vaccinations can be had for other systems (interchange/fhir/immunizations). */
export const immunizationProfiles = ['r4', 'mio-impfpass', 'ch-vacd'] as const;
export type ImmunizationProfile = (typeof immunizationProfiles)[number];
