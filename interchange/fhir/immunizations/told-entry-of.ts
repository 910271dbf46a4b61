import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import type { ToldEntry } from '../../../domain/vaccination/events.ts';
import type { InjectionRoute, InjectionSite } from '../../../domain/vaccination/injection.ts';
import { actSite, routeOfAdministration, snomed } from './code-systems.ts';
import type { ImmunizationResource } from './immunization-schemas.ts';

interface Codes<Value> {
  /** Lists that these codes are of; where none is named they are taken as they are. */
  readonly systems: readonly string[];
  readonly known: Readonly<Record<string, Value>>;
}

const snomedOid = 'urn:oid:2.16.840.1.113883.6.96';

/**
 * Sites by HL7 v3 ActSite, HL7 v2 table 0163 (they share their codes) and SNOMED CT, muscles of the upper arm and of the
 * thigh among them; what lies in none of the four is not told here by another one.
 */
const sites: Codes<InjectionSite> = {
  systems: [
    actSite,
    'http://hl7.org/fhir/v3/ActSite',
    'urn:oid:2.16.840.1.113883.5.1052',
    'http://terminology.hl7.org/CodeSystem/v2-0163',
    'http://hl7.org/fhir/v2/0163',
    snomed,
    snomedOid,
  ],
  known: {
    LA: 'left-upper-arm',
    LD: 'left-upper-arm',
    '368208006': 'left-upper-arm',
    '16217701000119102': 'left-upper-arm',
    RA: 'right-upper-arm',
    RD: 'right-upper-arm',
    '368209003': 'right-upper-arm',
    '16217661000119109': 'right-upper-arm',
    LT: 'left-thigh',
    LVL: 'left-thigh',
    '61396006': 'left-thigh',
    '1217007000': 'left-thigh',
    RT: 'right-thigh',
    RVL: 'right-thigh',
    '11207009': 'right-thigh',
    '1217006009': 'right-thigh',
  },
};

/** Routes by HL7 v3 RouteOfAdministration, HL7 v2 table 0162, the EDQM Standard Terms and SNOMED CT. */
const routes: Codes<InjectionRoute> = {
  systems: [
    routeOfAdministration,
    'http://hl7.org/fhir/v3/RouteOfAdministration',
    'urn:oid:2.16.840.1.113883.5.112',
    'http://terminology.hl7.org/CodeSystem/v2-0162',
    'http://hl7.org/fhir/v2/0162',
    'http://standardterms.edqm.eu',
    snomed,
    snomedOid,
  ],
  known: {
    IM: 'intramuscular',
    '20035000': 'intramuscular',
    '78421000': 'intramuscular',
    SQ: 'subcutaneous',
    SC: 'subcutaneous',
    '20066000': 'subcutaneous',
    '34206005': 'subcutaneous',
  },
};

/** More than any vaccine is injected of. */
const MOST_ML = 10;

type Concept = ImmunizationResource['site'];

/** How a dose was given, as far as it is told in codes that are known here; undefined where nothing is. */
export function toldEntry({
  expirationDate,
  site,
  route,
  doseQuantity,
}: ImmunizationResource): ToldEntry | undefined {
  const expiresOn = parsePlainDate(expirationDate ?? '');
  const known = {
    site: codeIn(site, sites),
    route: codeIn(route, routes),
    amountMl: millilitres(doseQuantity),
  };
  const entry = {
    ...(expiresOn ? { expiresOn } : {}),
    ...(known.site ? { site: known.site } : {}),
    ...(known.route ? { route: known.route } : {}),
    ...(known.amountMl === undefined ? {} : { amountMl: known.amountMl }),
  };
  return Object.keys(entry).length === 0 ? undefined : entry;
}

/** Undefined also where the codes contradict each other: then nobody knows. A code of a list of somebody's own is none. */
function codeIn<Value>(concept: Concept, { systems, known }: Codes<Value>): Value | undefined {
  const found = new Set(
    (concept?.coding ?? []).flatMap(({ system, code = '' }) =>
      (system === undefined || systems.includes(system)) && Object.hasOwn(known, code) ? [known[code]] : [],
    ),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** What is told in another unit (micrograms, doses) is no volume. */
function millilitres(quantity: ImmunizationResource['doseQuantity']): number | undefined {
  const { value, unit = '', code = unit } = quantity ?? {};
  const isVolume = code.toLowerCase() === 'ml';
  return isVolume && value !== undefined && value > 0 && value <= MOST_ML ? value : undefined;
}
