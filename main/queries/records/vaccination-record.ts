import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { courseOn, diseaseOfCourse } from '../../../domain/products/course.ts';
import type { DoseEntry } from '../../../domain/vaccination/dose-entry.ts';
import type { GivenHere } from '../../../domain/vaccination/given-here.ts';
import type {
  ConfirmedDose,
  CorrectedVersion,
  VaccinationRecord,
} from '../../../domain/vaccination/vaccination-record.ts';
import type { PassReads, Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { personById } from '../../store/tables/people/people.ts';
import { peopleVaccinatedOn } from '../../store/tables/vaccination/doses.ts';
import { passFace } from '../passes/pass-face.ts';
import { personCard } from '../people/person-card.ts';
import { actorName } from '../staff/actor-name.ts';
import { dosesOfCentre } from './doses-of-centre.ts';

/** What this centre confirms in writing about one person's vaccinations. */
export function vaccinationRecord(
  station: PassReads,
  personId: PersonId,
): Result<VaccinationRecord, 'person-unknown' | 'no-doses'> {
  const { db, settings } = station;
  const person = personById(db, personId);
  if (person?.status !== 'registered' && person?.status !== 'restricted') return refuse('person-unknown');
  const doses = dosesOfCentre(station, personId);
  if (doses.length === 0) return refuse('no-doses');
  const { givenName, familyName, birthDate } = person.details;
  return accept({
    person: { givenName, familyName, birthDate },
    centre: { name: settings.centreName, address: settings.centreAddress, phone: settings.centrePhone },
    doses: doses.map((dose) => confirmed(station, dose)),
    ...nextDose(station, personId),
    ...proof(station, personId),
  });
}

/** Of everybody vaccinated on a day whom anybody may work with: nobody restricted. */
export function vaccinationRecordsOn(station: PassReads, day: PlainDate): VaccinationRecord[] {
  return peopleVaccinatedOn(station.db, day).flatMap((personId) => {
    if (personById(station.db, personId)?.status !== 'registered') return [];
    const record = vaccinationRecord(station, personId);
    return record.ok && record.value.doses.some(({ givenOn }) => givenOn === day) ? record.value : [];
  });
}

function confirmed(station: Reads, dose: GivenHere): ConfirmedDose {
  const { productId, givenOn, ordinal, consentId } = dose;
  const before = versionsBefore(station, dose);
  return {
    ...shownFacts(station.db, dose),
    disease: diseaseOfCourse(courseOn(productId, givenOn)),
    ordinal,
    ...(consentId ? { hasConsent: true } : {}),
    ...(before.length > 0 ? { before } : {}),
  };
}

function shownFacts(
  db: ReadableDb,
  { productId, lot, givenOn, vaccinator }: Pick<DoseEntry, 'productId' | 'lot' | 'givenOn' | 'vaccinator'>,
): Pick<ConfirmedDose, 'product' | 'lot' | 'givenOn' | 'vaccinator'> {
  const name = actorName(db, vaccinator);
  return {
    givenOn,
    product: productOf(productId)?.name ?? '',
    lot,
    ...(name === undefined ? {} : { vaccinator: name }),
  };
}

/** What the paper said otherwise until each correction: one of what it does not say changes nothing on it. */
function versionsBefore({ db, settings }: Reads, dose: GivenHere): CorrectedVersion[] {
  const entries = [...dose.corrections.map(({ before }) => before), dose];
  return dose.corrections.flatMap(({ before, correctedAt }, index) => {
    const next = entries[index + 1];
    const [one, other] = [shownFacts(db, before), next && shownFacts(db, next)];
    const changed = (['givenOn', 'product', 'lot', 'vaccinator'] as const).filter(
      (field) => one[field] !== other?.[field],
    );
    if (changed.length === 0) return [];
    const facts = Object.fromEntries(changed.map((field) => [field, one[field]]));
    return [{ ...facts, correctedOn: plainDateAt(correctedAt, settings.timeZone) }];
  });
}

function nextDose(station: Reads, personId: PersonId): Pick<VaccinationRecord, 'next'> {
  const card = personCard(station, personId);
  const today = plainDateAt(station.now(), station.settings.timeZone);
  // Of a date elsewhere that is past nobody said what became of it: it is no next one.
  const booked = card?.appointments.find(
    ({ status, day }) => (status === 'booked' || status === 'elsewhere') && day >= today,
  );
  if (booked) return { next: { kind: 'booked', on: booked.day } };
  const { window } = card ?? {};
  if (!window) return {};
  const from = window.recommendedFrom > today ? window.recommendedFrom : today;
  // Who is late comes as soon as they can: the line is left to be written on.
  return window.recommendedTo < from ? {} : { next: { kind: 'recommended', from, to: window.recommendedTo } };
}

/** The code of the pass, whoever may not have one yet or any more goes without. */
function proof(station: PassReads, personId: PersonId): Pick<VaccinationRecord, 'proof'> {
  const face = passFace(station, personId, 'de');
  return face.ok && !face.value.isVoided ? { proof: face.value.barcode } : {};
}
