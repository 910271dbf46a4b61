import { readFileSync } from 'node:fs';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { searchKeyOf } from '../../domain/people/search-key.ts';
import { toldDoseFaults } from '../../domain/vaccination/told-dose.ts';
import {
  readToldVaccinations,
  type ToldPatient,
  type ToldVaccinations,
} from '../../interchange/fhir/immunizations/read-told.ts';
import { takeToldOf } from '../commands/vaccination/take-told-doses.ts';
import type { Station } from '../station.ts';
import { personById, personIdByExternalId } from '../store/tables/people/people.ts';
import { namesBornOn } from '../store/tables/people/people-search.ts';

export interface ImportedVaccinations {
  readonly taken: number;
  /** Recorded already: the same vaccine on the same day. */
  readonly known: number;
  readonly notTaken: number;
  /** What other systems say is due: told, not taken. */
  readonly recommendations: number;
  /** Why not, in English. */
  readonly sentences: readonly string[];
}

/**
 * Takes the vaccinations of a FHIR bundle into the records of the people that it names. Somebody is found by a number
 * of theirs that is known here, or by their whole name and birth date where that leaves no choice.
 */
export function importVaccinations(station: Station, file: string): ImportedVaccinations {
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const read = readToldVaccinations(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), today);
  const done = { taken: 0, known: 0, notTaken: 0, recommendations: 0 };
  const sentences: string[] = [];
  for (const told of read.ok ? read.value : []) {
    for (const { entry, fault } of told.notTaken) sentences.push(`${entry}: ${toldDoseFaults[fault].en}`);
    done.notTaken += told.notTaken.length;
    done.recommendations += told.recommendations.length;
    if (told.doses.length === 0) continue;
    const personId = personOf(station, told);
    if (personId) {
      const { taken, known } = takeToldOf(station, 'operator', personId, told);
      done.taken += taken;
      done.known += known;
    } else {
      done.notTaken += told.doses.length;
      sentences.push(`${told.doses.length} vaccinations are of nobody who is known here beyond doubt.`);
    }
  }
  return { ...done, sentences };
}

function personOf({ db }: Station, { patient }: ToldVaccinations): PersonId | undefined {
  if (!patient) return undefined;
  const { externalId = '' } = patient;
  const numbered = personIdByExternalId(db, externalId) ?? (externalId as PersonId);
  if (personById(db, numbered)?.status === 'registered') return numbered;
  const [only, ...more] = namedAlike(db, patient).filter(
    (personId) => personById(db, personId)?.status === 'registered',
  );
  return more.length === 0 ? only : undefined;
}

function namedAlike(db: Station['db'], patient: ToldPatient): PersonId[] {
  if (patient.birthDate === undefined) return [];
  const name = searchKeyOf(patient);
  return namesBornOn(db, patient.birthDate)
    .filter(({ search_key }) => search_key === name)
    .map(({ person_id }) => person_id);
}
