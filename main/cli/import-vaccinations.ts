import { closeSync, openSync, readSync } from 'node:fs';
import iconv from 'iconv-lite';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { searchKeyOf } from '../../domain/people/search-key.ts';
import { toldDoseFaults } from '../../domain/vaccination/told-dose.ts';
import {
  type ToldPatient,
  type ToldRefusal,
  type ToldVaccinations,
  toldReader,
} from '../../interchange/fhir/immunizations/read-told.ts';
import { takeToldOf } from '../commands/vaccination/take-told-doses.ts';
import { isLikely } from '../queries/records/told-vaccinations.ts';
import type { Station } from '../station.ts';
import { type PersonRecord, personById, personIdByExternalId } from '../store/tables/people/people.ts';
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
  /** Why nothing was taken of the whole file, in English. */
  readonly refusal?: string;
}

const PIECE_BYTES = 96 * 1024;

/**
 * Takes the vaccinations of a FHIR bundle into the records of the people that it names. Somebody is found by a number
 * of theirs that is known here, if name and birth date may be theirs, too, or by their whole name and birth date where
 * that leaves no choice.
 */
export function importVaccinations(station: Station, file: string): ImportedVaccinations {
  const read = readFile(file, plainDateAt(station.now(), station.settings.timeZone));
  const done = { taken: 0, known: 0, notTaken: 0, recommendations: 0 };
  const sentences: string[] = [];
  // A file of people alone is whole.
  if (!read.ok && read.refusal !== 'no-immunizations')
    return { ...done, sentences, refusal: refusals[read.refusal] };
  for (const told of read.ok ? read.value : []) {
    for (const { entry, fault } of told.notTaken) sentences.push(`${entry}: ${toldDoseFaults[fault].en}`);
    done.notTaken += told.notTaken.length;
    done.recommendations += told.recommendations.length;
    if (told.doses.length === 0) continue;
    const found = personOf(station, told);
    if (found.ok) {
      const { taken, known } = takeToldOf(station, 'operator', found.value, told);
      done.taken += taken;
      done.known += known;
    } else {
      done.notTaken += told.doses.length;
      sentences.push(`${told.doses.length} vaccinations ${notFound[found.refusal]}`);
    }
  }
  return { ...done, sentences };
}

const refusals = {
  'no-bundle': 'No vaccinations were taken: the file is not a FHIR bundle with entries.',
  'bundle-cut-off':
    'No vaccinations were taken: the file breaks off in the middle of the bundle. Please fetch it anew and import it again.',
} as const satisfies Record<Exclude<ToldRefusal, 'no-immunizations'>, string>;

const notFound = {
  'nobody-certain': 'are of nobody who is known here beyond doubt.',
  'number-of-somebody-else':
    'are not taken: the number in the file belongs to a person with another name or birth date here. Please open the file in the right record.',
  'record-closed': 'are not taken: the record of that person is restricted. The site lead decides about it.',
} as const;

/** Piece by piece: the register of a large centre is longer than any string. */
function readFile(file: string, today: PlainDate): Result<ToldVaccinations[], ToldRefusal> {
  const reader = toldReader(today);
  const decoder = iconv.getDecoder('utf-8', { stripBOM: true });
  const handle = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(PIECE_BYTES);
    for (let length = -1; length !== 0; ) {
      length = readSync(handle, piece, 0, PIECE_BYTES, null);
      reader.push(decoder.write(piece.subarray(0, length)));
    }
  } finally {
    closeSync(handle);
  }
  reader.push(decoder.end() ?? '');
  return reader.end();
}

function personOf({ db }: Station, { patient }: ToldVaccinations): Result<PersonId, keyof typeof notFound> {
  if (!patient) return refuse('nobody-certain');
  const { externalId = '' } = patient;
  const numbered = personById(db, personIdByExternalId(db, externalId) ?? (externalId as PersonId));
  if (numbered && numbered.status !== 'erased') {
    if (!isLikely(patient, numbered.details)) return refuse('number-of-somebody-else');
    return numbered.status === 'registered' ? accept(numbered.personId) : refuse('record-closed');
  }
  const alike = namedAlike(db, patient).flatMap((personId) => personById(db, personId) ?? []);
  // Whoever is restricted is still somebody whose dose it may be.
  const [only, ...more] = alike.filter(({ status }) => status !== 'erased');
  // Of whom the year alone is known may be somebody else: then the list, or the desk, asks somebody to decide.
  if (!only || more.length > 0 || !isBornOn(only, patient)) return refuse('nobody-certain');
  return only.status === 'registered' ? accept(only.personId) : refuse('record-closed');
}

function isBornOn({ details }: PersonRecord, { birthDate }: ToldPatient): boolean {
  return details.birthDate === birthDate;
}

/** Everybody of that name whose birth date is that one, or as much of it as is known. */
function namedAlike(db: Station['db'], patient: ToldPatient): PersonId[] {
  const { birthDate = '' } = patient;
  if (birthDate.length !== 10) return [];
  const name = searchKeyOf(patient);
  const found = namesBornOn(db, birthDate, birthDate.slice(0, 7), birthDate.slice(0, 4))
    .filter(({ search_key }) => search_key === name)
    .map(({ person_id }) => person_id);
  return [...new Set(found)];
}
