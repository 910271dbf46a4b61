import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { BarcodeContent } from '../../../domain/passes/barcode.ts';
import { passIdPrefixOf, shortNumberOf } from '../../../domain/passes/short-number.ts';
import { hitSentence } from '../../../domain/people/matching/match-sentence.ts';
import { doubtOfBirthDate, findBirthDate } from '../../../domain/people/read-birth-date.ts';
import type { DecisionFacts, DecisionReason } from '../../../domain/scan/decision.ts';
import { recogniseScan } from '../../../domain/scan/recognise-scan.ts';
import type { Scanned, ScanRefusal } from '../../../domain/scan/scanned.ts';
import { verifyParsedBarcode } from '../../../issuing/barcode/pass-barcode.ts';
import type { ScanReads } from '../../context.ts';
import { appointmentByExternalId } from '../../store/tables/appointments/appointments.ts';
import { passesByIdPrefix } from '../../store/tables/passes/passes.ts';
import { personById, personIdByExternalId } from '../../store/tables/people/people.ts';
import { type FoundPerson, MOST_HITS, searchPeople } from '../people/search-people.ts';
import { tellApart } from '../people/tell-apart.ts';

type PersonCandidate = NonNullable<ChannelOutput<'desk.scan'>['candidates']>[number];

/** What a scan or an entry turned out to be. */
export type Reading =
  | { readonly kind: 'pass'; readonly content: BarcodeContent }
  | { readonly kind: 'person'; readonly personId: PersonId }
  | {
      readonly kind: 'people';
      readonly people: PersonCandidate[];
      readonly hasMore: boolean;
      readonly hasBirthDate: boolean;
    }
  | { readonly kind: 'certificate'; readonly text: string }
  | {
      readonly kind: 'refused';
      readonly reason: RefusedReading;
      /** Why the text is nothing, as its parser has it. */
      readonly detail?: string;
      readonly facts?: DecisionFacts;
    };

export type RefusedReading = Extract<
  DecisionReason,
  | 'code-unreadable'
  | 'code-foreign'
  | 'code-ambiguous'
  | 'vial-code'
  | 'certificate-unreadable'
  | 'certificate-cut-off'
  | 'certificate-in-parts'
  | 'certificate-foreign'
  | 'pass-forged'
  | 'pass-key-unknown'
  | 'nobody-found'
  | 'no-such-day'
>;

/** What a reading is worth against the other readings of the same keys: a tag that holds settles it. */
const worth: readonly Reading['kind'][] = ['pass', 'certificate', 'person', 'people', 'refused'];

/** The best of the readings of one scan; only what a person typed is taken for a name. */
export function readScan(
  station: ScanReads,
  texts: readonly string[],
  via: ChannelInput<'desk.scan'>['via'],
): Reading {
  const readings = texts.flatMap((text) => readText(station, text, via === 'typed'));
  const known = readings.filter((reading) => reading.kind !== 'refused' || reading.reason !== 'code-foreign');
  const [best] = known.sort((one, other) => worth.indexOf(one.kind) - worth.indexOf(other.kind));
  return best ?? readings[0] ?? { kind: 'refused', reason: 'code-unreadable' };
}

function readText(station: ScanReads, text: string, isTyped: boolean): Reading[] {
  const referenceYear = Number(station.now().slice(0, 4));
  const asTyped = recogniseScan(text, { referenceYear, isTyped });
  // Caps Lock turns a pass into small letters; nothing else is read in another case.
  const recognised = asTyped.ok ? asTyped : recogniseScan(text.toUpperCase(), { referenceYear, isTyped });
  if (isTyped && isSearch(recognised)) return [readSearch(station, text)];
  if (recognised.ok) return [readScanned(station, recognised.value)];
  const detail = asTyped.ok ? 'unknown-code' : asTyped.refusal.reason;
  return [{ kind: 'refused', reason: reasonOfRefusal(detail), detail }];
}

/** What a person typed and no code explains: a name, a date, a number of theirs. */
function isSearch(recognised: ReturnType<typeof recogniseScan>): boolean {
  if (!recognised.ok) return recognised.refusal.reason === 'unknown-code';
  return recognised.value.kind === 'name' || recognised.value.kind === 'number';
}

function readScanned(station: ScanReads, scanned: Scanned): Reading {
  switch (scanned.kind) {
    case 'pass':
      return readPass(station, scanned.content);
    case 'number':
      return readNumber(station, scanned.number);
    case 'name':
      return readSearch(station, scanned.name);
    case 'gs1':
    case 'ppn':
      return { kind: 'refused', reason: 'vial-code' };
    case 'hcert':
    case 'shc':
      return { kind: 'certificate', text: scanned.text };
    case 'link':
      return { kind: 'refused', reason: 'code-foreign' };
    case 'ambiguous':
      return readAmbiguous(station, scanned.candidates);
  }
}

function readPass(station: ScanReads, content: BarcodeContent & { readonly bytes: Uint8Array }): Reading {
  const verified = verifyParsedBarcode(station.barcodeKeys.all, content);
  if (verified.ok) return { kind: 'pass', content: verified.value };
  const reason = verified.refusal === 'key-unknown' ? 'pass-key-unknown' : 'pass-forged';
  return { kind: 'refused', reason, facts: { doseCount: content.doseCount, on: content.lastDoseOn } };
}

/** A tag or a known number decides; where nothing does, the desk is asked. */
function readAmbiguous(station: ScanReads, candidates: readonly Scanned[]): Reading {
  const readings = candidates.map((candidate) => readScanned(station, candidate));
  const held = readings.filter(({ kind }) => kind !== 'refused');
  return held.length === 1 && held[0] ? held[0] : { kind: 'refused', reason: 'code-ambiguous' };
}

function readNumber(station: ScanReads, number: string): Reading {
  const people = passesByIdPrefix(station.db, passIdPrefixOf(number))
    .filter((pass) => shortNumberOf(pass.pass_id) === number)
    .map((pass) => pass.person_id);
  const [personId, another] = new Set(people);
  if (!personId) return { kind: 'refused', reason: 'nobody-found' };
  return another ? { kind: 'refused', reason: 'code-ambiguous' } : { kind: 'person', personId };
}

/** Whom another system's number of a person or of a booking means; nobody whose record is closed. */
function byNumberOfList({ db }: ScanReads, text: string): PersonId | undefined {
  const number = text.trim();
  const personId = personIdByExternalId(db, number) ?? appointmentByExternalId(db, number)?.person_id;
  return personId && personById(db, personId)?.status === 'registered' ? personId : undefined;
}

/** Opened at once only where one person agrees with everything that was typed; anybody else is offered, with why. */
function readSearch(station: ScanReads, text: string): Reading {
  const personId = byNumberOfList(station, text);
  if (personId) return { kind: 'person', personId };
  const hits = searchPeople(station, text, undefined, MOST_HITS + 1);
  const [best, another] = hits;
  if (!best) {
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const isNoDay = doubtOfBirthDate(text, today) === 'no-such-day';
    return { kind: 'refused', reason: isNoDay ? 'no-such-day' : 'nobody-found' };
  }
  if (best.isExact && !another) return { kind: 'person', personId: best.row.person_id };
  return {
    kind: 'people',
    people: hits.slice(0, MOST_HITS).map((hit) => candidate(station, hit)),
    hasMore: hits.length > MOST_HITS,
    hasBirthDate: findBirthDate(text, Number(station.now().slice(0, 4))) !== undefined,
  };
}

function reasonOfRefusal(reason: ScanRefusal['reason']): RefusedReading {
  if (reason === 'empty' || reason.startsWith('pass-')) return 'code-unreadable';
  if (reason.startsWith('gs1-') || reason.startsWith('ppn-')) return 'vial-code';
  if (reason === 'certificate-truncated') return 'certificate-cut-off';
  if (reason === 'health-card-in-parts') return 'certificate-in-parts';
  if (reason === 'certificate-foreign') return reason;
  if (reason === 'certificate-characters') return 'certificate-unreadable';
  return 'code-foreign';
}

function candidate(station: ScanReads, { row, reasons }: FoundPerson): PersonCandidate {
  return {
    ...tellApart(station, row.person_id),
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    reason: hitSentence(reasons),
  };
}
