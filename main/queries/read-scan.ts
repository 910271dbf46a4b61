import type { ChannelInput, ChannelOutput } from '../../contracts/ipc/station-contract.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { type BirthDate, parseBirthDate } from '../../domain/kernel/plain-date.ts';
import { type BarcodeContent, barcodeSymbols, parseBarcode } from '../../domain/passes/barcode.ts';
import { parseShortNumber, passIdPrefixOf, shortNumberOf } from '../../domain/passes/short-number.ts';
import { foldName } from '../../domain/people/search-key.ts';
import { verifyPassBarcode } from '../../issuing/barcode/pass-barcode.ts';
import type { Station } from '../station.ts';
import { passesByIdPrefix } from '../store/tables/passes.ts';
import { type PersonRow, peopleByBirthDate, peopleByPrefix } from '../store/tables/people.ts';

type PersonBrief = NonNullable<ChannelOutput<'desk.scan'>['candidates']>[number];

/** What a scan or an entry turned out to be. */
export type Reading =
  | { readonly kind: 'pass'; readonly content: BarcodeContent }
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'people'; readonly people: PersonBrief[] }
  | {
      readonly kind: 'refused';
      readonly reason: 'code-unreadable' | 'code-foreign' | 'pass-forged' | 'nobody-found';
    };

const MOST_CANDIDATES = 20;

/** The first of the readings whose tag or check holds; only what a person typed is taken for a name. */
export function readScan(
  station: Station,
  texts: readonly string[],
  via: ChannelInput<'desk.scan'>['via'],
): Reading {
  const readings = texts.map((text) => readPass(station, text.trim().toUpperCase()));
  const best = readings.find((reading) => reading?.kind === 'pass') ?? readings.find((reading) => reading);
  if (best) return best;
  const [text = ''] = texts;
  if (text.trim() === '') return { kind: 'refused', reason: 'code-unreadable' };
  if (via !== 'typed') return { kind: 'refused', reason: 'code-foreign' };
  return readTyped(station, text.trim());
}

function readPass(station: Station, text: string): Reading | undefined {
  if (text.length !== barcodeSymbols || !parseBarcode(text).ok) return undefined;
  const verified = verifyPassBarcode(station.barcodeKeys.all, text);
  if (verified.ok) return { kind: 'pass', content: verified.value };
  return { kind: 'refused', reason: 'pass-forged' };
}

function readTyped(station: Station, text: string): Reading {
  const number = parseShortNumber(text);
  if (number.ok) {
    const found = peopleOfShortNumber(station, number.value);
    if (found.length === 1 && found[0]) return { kind: 'person', personId: found[0] };
  }
  const birthDate = typedBirthDate(text);
  const rows = birthDate
    ? peopleByBirthDate(station.db, birthDate, MOST_CANDIDATES)
    : peopleByName(station, text);
  const [only] = rows;
  if (!only) return { kind: 'refused', reason: 'nobody-found' };
  return rows.length === 1
    ? { kind: 'person', personId: only.person_id }
    : { kind: 'people', people: rows.map(brief) };
}

function peopleOfShortNumber(station: Station, number: string): PersonId[] {
  return passesByIdPrefix(station.db, passIdPrefixOf(number))
    .filter((pass) => shortNumberOf(pass.pass_id) === number)
    .map((pass) => pass.person_id);
}

/** `Müller Anna`, `anna müller` or the beginning of either. */
function peopleByName(station: Station, text: string): PersonRow[] {
  const folded = foldName(text);
  if (folded === '') return [];
  const asTyped = peopleByPrefix(station.db, folded, MOST_CANDIDATES);
  if (asTyped.length > 0) return asTyped;
  const words = folded.split(' ');
  return peopleByPrefix(station.db, [...words.slice(1), words[0]].join(' '), MOST_CANDIDATES);
}

function typedBirthDate(text: string): BirthDate | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (!german) return parseBirthDate(text);
  const [, day = '', month = '', year = ''] = german;
  return parseBirthDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function brief(row: PersonRow): PersonBrief {
  return {
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
  };
}
