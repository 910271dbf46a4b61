/** Where codes of vaccinations come from, by their FHIR R4 names. */
export const snomed = 'http://snomed.info/sct';
export const cvxSystem = 'http://hl7.org/fhir/sid/cvx';
export const loinc = 'http://loinc.org';
export const ucum = 'http://unitsofmeasure.org';
export const actSite = 'http://terminology.hl7.org/CodeSystem/v3-ActSite';
export const routeOfAdministration = 'http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration';
export const performerFunction = 'http://terminology.hl7.org/CodeSystem/v2-0443';
export const forecastStatus = 'http://terminology.hl7.org/CodeSystem/immunization-recommendation-status';
export const ownDoseSystem = 'urn:impfpass-station:dose';
