import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import type { ToldEntry } from '../../../domain/vaccination/events.ts';
import type { InjectionRoute, InjectionSite } from '../../../domain/vaccination/injection.ts';
import type { ImmunizationResource } from './immunization-schemas.ts';

/** Sites by HL7 v3 ActSite and by SNOMED CT; what lies in none of the four is not told here by another one. */
const sites: Readonly<Record<string, InjectionSite>> = {
  LA: 'left-upper-arm',
  LD: 'left-upper-arm',
  '368208006': 'left-upper-arm',
  RA: 'right-upper-arm',
  RD: 'right-upper-arm',
  '368209003': 'right-upper-arm',
  LT: 'left-thigh',
  LVL: 'left-thigh',
  '61396006': 'left-thigh',
  RT: 'right-thigh',
  RVL: 'right-thigh',
  '11207009': 'right-thigh',
};

/** Routes by HL7 v3 RouteOfAdministration, the EDQM Standard Terms and SNOMED CT. */
const routes: Readonly<Record<string, InjectionRoute>> = {
  IM: 'intramuscular',
  '20035000': 'intramuscular',
  '78421000': 'intramuscular',
  SQ: 'subcutaneous',
  '20066000': 'subcutaneous',
  '34206005': 'subcutaneous',
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

/** Undefined also where the codes contradict each other: then nobody knows. */
function codeIn<Value>(concept: Concept, known: Readonly<Record<string, Value>>): Value | undefined {
  const found = new Set(
    (concept?.coding ?? []).flatMap(({ code = '' }) => (Object.hasOwn(known, code) ? [known[code]] : [])),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** What is told in another unit (micrograms, doses) is no volume. */
function millilitres(quantity: ImmunizationResource['doseQuantity']): number | undefined {
  const { value, unit = '', code = unit } = quantity ?? {};
  const isVolume = code.toLowerCase() === 'ml';
  return isVolume && value !== undefined && value > 0 && value <= MOST_ML ? value : undefined;
}
