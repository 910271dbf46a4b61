import type { BundleEntry } from 'fhir/r4';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import type { ImmunizationProfile } from '../../../domain/reports/immunization-profiles.ts';
import type { ToldEntry } from '../../../domain/vaccination/events.ts';
import { dosesGivenIn, type GivenHere, toldEntriesIn } from '../../../domain/vaccination/given-here.ts';
import {
  type ImmunizationBundle,
  immunizationBundle,
} from '../../../interchange/fhir/immunizations/immunization-bundle.ts';
import type {
  FhirDose,
  VaccinationFacts,
} from '../../../interchange/fhir/immunizations/vaccination-facts.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { jointHistoryOf } from '../../store/event-log/read-events.ts';
import { personById } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { type DoseRow, dosesOfSet } from '../../store/tables/vaccination/doses.ts';
import { knownOf } from '../people/known-of.ts';
import { personCard } from '../people/person-card.ts';
import { actorName } from '../staff/actor-name.ts';

/** Every dose of a person that stands, wherever it was given, and what is due next, for other systems. */
export function personImmunizations(
  station: Reads,
  personId: PersonId,
  profile: ImmunizationProfile,
): Result<ImmunizationBundle, 'person-unknown' | 'no-doses'> {
  const { db } = station;
  const person = personById(db, personId);
  if (person?.status !== 'registered' && person?.status !== 'restricted') return refuse('person-unknown');
  const facts = factsOf(station, personId, person.details, linkedSetOf(db, personId));
  return facts.doses.length === 0 ? refuse('no-doses') : accept(immunizationBundle(facts, profile));
}

/**
 * The same of everybody's file, bound to no profile and without the person: the doses of this record alone, so that one
 * of two linked records does not tell the doses of the other once more.
 */
export function immunizationsOfRecord(
  station: Reads,
  personId: PersonId,
  details: PersonDetails,
): BundleEntry[] {
  const { bundle } = immunizationBundle(factsOf(station, personId, details, [personId]), 'r4');
  return (bundle.entry ?? []).filter(({ resource }) => resource?.resourceType !== 'Patient');
}

function factsOf(
  station: Reads,
  personId: PersonId,
  details: PersonDetails,
  people: readonly PersonId[],
): VaccinationFacts {
  const { settings } = station;
  return {
    personId,
    details,
    centre: { name: settings.centreName, address: settings.centreAddress, phone: settings.centrePhone },
    doses: dosesOf(station.db, people),
    ...nextOf(station, personId),
    today: plainDateAt(station.now(), settings.timeZone),
  };
}

function dosesOf(db: ReadableDb, people: readonly PersonId[]): FhirDose[] {
  const history = jointHistoryOf(db, people);
  const given = new Map(dosesGivenIn(history).map((dose) => [dose.doseId, dose]));
  const told = toldEntriesIn(history);
  return dosesOfSet(db, people)
    .filter((row) => row.voided_at === null)
    .flatMap((row) => doseOf(db, row, { given: given.get(row.dose_id), told: told.get(row.dose_id) }) ?? []);
}

function doseOf(
  db: ReadableDb,
  row: DoseRow,
  { given, told }: { readonly given: GivenHere | undefined; readonly told: ToldEntry | undefined },
): FhirDose | undefined {
  const { dose_id: doseId, given_on: givenOn, ordinal } = row;
  const product = productOf(row.product_id);
  const any = { doseId, givenOn, ordinal, ...(product ? { product } : {}) };
  if (row.issuer !== null)
    return {
      ...any,
      kind: 'elsewhere',
      productName: row.product_name ?? '',
      issuer: row.issuer,
      ...(row.lot === '' ? {} : { lot: row.lot }),
      ...(told ? { told } : {}),
      isDayKnown: row.is_day_known === 1,
    };
  if (!given) return undefined;
  const { lot, expiresOn, site, route, amountMl } = given;
  const vaccinator = actorName(db, given.vaccinator);
  return {
    ...any,
    kind: 'recorded',
    productName: product?.name ?? row.product_id,
    lot,
    ...(expiresOn ? { expiresOn } : {}),
    site,
    route,
    amountMl,
    ...(given.personal?.indication ? { indication: given.personal.indication } : {}),
    ...(vaccinator ? { vaccinator } : {}),
  };
}

function nextOf(station: Reads, personId: PersonId) {
  const known = knownOf(station, personId);
  const window = personCard(station, personId, known)?.window;
  const { product, schedule } = known.inQuestion();
  const { doseCount, source } = schedule;
  return window ? { next: { product, doseCount, source, window } } : {};
}
