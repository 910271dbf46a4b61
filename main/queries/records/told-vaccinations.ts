import type { ToldLook } from '../../../contracts/ipc/records-contract.ts';
import { birthDatesMayBeOne, namesAreLikelySame } from '../../../domain/import/likely-same.ts';
import { type DoseId, idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { searchKeyOf } from '../../../domain/people/search-key.ts';
import { diseaseOfSeries } from '../../../domain/products/catalogue.ts';
import { decideTakeTold, type TakenTold } from '../../../domain/vaccination/take-told-doses.ts';
import { toldDoseFaults } from '../../../domain/vaccination/told-dose.ts';
import {
  readToldVaccinations,
  type ToldPatient,
  type ToldRefusal,
  type ToldVaccinations,
} from '../../../interchange/fhir/immunizations/read-told.ts';
import type { Reads } from '../../context.ts';
import { seriesOf } from '../../histories/person-history.ts';
import { personById } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { activeProductIds } from '../products/active-products.ts';

export interface WeighedTold {
  readonly told: ToldVaccinations;
  /** The file names somebody whose name and birth date may be theirs. */
  readonly isSamePerson: boolean;
  readonly taken: TakenTold;
}

/** What a file of another system tells of this person, and what of it is not in the record yet. Changes nothing. */
export function toldOfPerson(
  station: Reads & { newId(): string },
  personId: PersonId,
  text: string,
): Result<WeighedTold, ToldRefusal | 'person-unknown' | 'several-people-in-file'> {
  const person = personById(station.db, personId);
  if (person?.status !== 'registered') return refuse('person-unknown');
  const read = readToldVaccinations(text, plainDateAt(station.now(), station.settings.timeZone));
  if (!read.ok) return read;
  const same = read.value.filter(({ patient }) => isLikely(patient, person.details));
  const [told, ...more] = read.value.length === 1 ? read.value : same;
  if (!told || more.length > 0) return refuse('several-people-in-file');
  return accept({ told, isSamePerson: same.includes(told), taken: weighTold(station, personId, told) });
}

/** What of it is not in the record yet, as the events that would put it there. */
export function weighTold(
  { db, newId }: Reads & { newId(): string },
  personId: PersonId,
  told: ToldVaccinations,
): TakenTold {
  return decideTakeTold(seriesOf(db, linkedSetOf(db, personId)), {
    personId,
    told: told.doses,
    active: activeProductIds(db),
    newId: () => idOf<DoseId>(newId()),
  });
}

/** The same as a screen shows it. */
export function toldLookOf({ told, isSamePerson, taken }: WeighedTold): ToldLook {
  return {
    ...(told.patient ? { patient: shownPatient(told.patient) } : {}),
    isSamePerson,
    doses: told.doses.map((dose) => ({
      vaccine: dose.productName,
      disease: diseaseOfSeries(dose.series),
      givenOn: dose.givenOn,
      ...(dose.lot === undefined ? {} : { lot: dose.lot }),
      issuer: dose.issuer,
      isKnown: taken.known.has(dose),
    })),
    notTaken: told.notTaken.map(({ entry, fault }) => ({ entry, sentence: toldDoseFaults[fault] })),
    recommendations: [...told.recommendations],
  };
}

function shownPatient({ givenName, familyName, birthDate }: ToldPatient) {
  return { givenName, familyName, ...(birthDate ? { birthDate } : {}) };
}

/** Whether name and birth date of a file may be theirs: a number alone says it of nobody. */
export function isLikely(patient: ToldPatient | undefined, details: PersonDetails): boolean {
  return (
    patient?.birthDate !== undefined &&
    birthDatesMayBeOne(patient.birthDate, details.birthDate) &&
    namesAreLikelySame(searchKeyOf(patient), searchKeyOf(details))
  );
}
