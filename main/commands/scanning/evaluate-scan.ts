import type { ScanEvaluation, ShownPass } from '../../../contracts/ipc/desk-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { headquartersPassKey } from '../../../contracts/sync/pull-contract.ts';
import { ageOn } from '../../../domain/kernel/age.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { clockTimeAt, type Instant, secondsBetween } from '../../../domain/kernel/instant.ts';
import type { BarcodeContent } from '../../../domain/passes/barcode.ts';
import { isSameSeries } from '../../../domain/products/catalogue.ts';
import { courseOn, isOfCourse } from '../../../domain/products/course.ts';
import { splitAim } from '../../../domain/scan/aim-identifier.ts';
import { decideArrival } from '../../../domain/scan/decide-arrival.ts';
import type { Decision } from '../../../domain/scan/decision.ts';
import { decisionSentence } from '../../../domain/scan/decision-sentence.ts';
import type { ScanReads, Writes } from '../../context.ts';
import { freeSlotDuring } from '../../queries/appointments/find-slot.ts';
import { holderOfExpectedPass } from '../../queries/passes/expected-pass.ts';
import { knownPeople } from '../../queries/people/known-of.ts';
import { personCard, withoutReactions } from '../../queries/people/person-card.ts';
import { type Reading, type RefusedReading, readScan } from '../../queries/scanning/read-scan.ts';
import { connectionOf } from '../../queries/sync/connection-of.ts';
import { passById } from '../../store/tables/passes/passes.ts';
import { lastScanOf, type RefusedScan, recordScan } from '../../store/tables/scanning/scans.ts';
import { countableCertificate, isCounted } from '../vaccination/count-history.ts';
import { type EvaluatedCertificate, evaluateCertificate } from './evaluate-certificate.ts';

type Scans = Writes & ScanReads;

/** From what was scanned or typed to the light, the sentence and the next action. Keeps that it was scanned. */
export function evaluateScan(station: Scans, input: ScanInput): ScanEvaluation {
  const at = deskOf(station, input);
  const { reading, ...evaluated } = decide(station, at, input);
  const { decision } = evaluated;
  recordScan(station.db, {
    scannedAt: station.now(),
    via: input.via,
    reason: decision.reason,
    ...(decision.personId && reading.kind === 'pass' ? { personId: decision.personId } : {}),
    refused: refusedScan(input, reading, evaluated),
  });
  return evaluationView(station, at, evaluated);
}

/** The same without leaving a trace: for operators who look how the desk would decide. */
export function previewScan(station: Scans, input: ScanInput): ScanEvaluation {
  const at = deskOf(station, input);
  return evaluationView(station, at, decide(station, at, input));
}

/** The same for somebody chosen from a list: nothing was scanned, so nothing is kept. */
export function evaluateChoice(station: Scans, personId: PersonId, who: AtDesk = {}): ScanEvaluation {
  const at = deskOf(station, who);
  return evaluationView(station, at, { decision: evaluatePerson(station, at, personId) });
}

/** The same for somebody whose certificate was just counted. */
export function evaluateCounted(
  station: Scans,
  personId: PersonId,
  texts: readonly string[],
  who: AtDesk = {},
): ScanEvaluation {
  const certificate = countableCertificate(station, personId, texts);
  const at = deskOf(station, who);
  return evaluationView(station, at, {
    decision: evaluatePerson(station, at, personId),
    ...(certificate ? { certificate: { ...certificate, isCounted: true } } : {}),
  });
}

function evaluationView(
  station: Scans,
  at: Desk,
  { decision, candidates, certificate, sentence, shownPass }: Evaluated,
): ScanEvaluation {
  const { facts: _, ...view } = decision;
  const { personId } = decision;
  const card = personId && personCard(station, personId, at.people(personId));
  return {
    decision: { ...view, sentence: sentence ?? decisionSentence(decision) },
    ...(card ? { card: at.mayReadMedical ? card : withoutReactions(card) } : {}),
    ...(shownPass ? { shownPass } : {}),
    ...(candidates ? { candidates } : {}),
    ...(certificate ? { certificate } : {}),
  };
}

/** Where something is decided, and what is known there of the people in question. */
interface Desk {
  /** Doses are given elsewhere: whoever is checked in already is not expected here again. */
  readonly onlyReceives: boolean;
  /** Whoever is there may read how somebody reacted. */
  readonly mayReadMedical: boolean;
  readonly people: ReturnType<typeof knownPeople>;
}

function deskOf(station: Scans, { onlyReceives = false, mayReadMedical = false }: Partial<Desk> = {}): Desk {
  return { onlyReceives, mayReadMedical, people: knownPeople(station) };
}

type AtDesk = Partial<Pick<Desk, 'onlyReceives' | 'mayReadMedical'>>;
type ScanInput = AtDesk &
  Pick<ChannelInput<'desk.scan'>, 'texts' | 'via' | 'symbology' | 'scanner' | 'openPersonId'>;
type Evaluated = EvaluatedCertificate & Pick<ScanEvaluation, 'candidates' | 'shownPass'>;

function decide(
  station: Scans,
  at: Desk,
  { texts, via, openPersonId }: ScanInput,
): Evaluated & { reading: Reading } {
  const reading = readScan(station, texts, via);
  return { reading, ...decideReading(station, at, reading, openPersonId as PersonId | undefined) };
}

/** What may be kept of a code that led to nobody. What a person typed is no code: nothing of it is kept. */
function refusedScan(
  { texts, via, symbology, scanner }: ScanInput,
  reading: Reading,
  { decision, refusal }: Evaluated,
): RefusedScan | undefined {
  const [text = ''] = texts;
  const isOfUse = decision.personId !== undefined || reading.kind === 'people';
  if (via === 'typed' || (isOfUse && refusal === undefined)) return undefined;
  return {
    refusal: refusal ?? (reading.kind === 'refused' ? reading.detail : undefined) ?? decision.reason,
    length: text.length,
    symbology: symbology ?? splitAim(text).aim?.symbology,
    scanner,
  };
}

function decideReading(
  station: Scans,
  at: Desk,
  reading: Reading,
  openPersonId: PersonId | undefined,
): Evaluated {
  switch (reading.kind) {
    case 'certificate':
      return evaluateHistory(station, at, evaluateCertificate(station, reading.text, openPersonId));
    case 'pass':
      return evaluatePass(station, at, reading.content);
    case 'person':
      return { decision: evaluatePerson(station, at, reading.personId) };
    case 'people':
      return {
        decision: stop('several-found', 'amber', 'choose-person', {
          count: reading.people.length,
          isBirthDateSame: new Set(reading.people.map(({ birthDate }) => birthDate)).size === 1,
          hasMore: reading.hasMore,
          hasBirthDate: reading.hasBirthDate,
        }),
        candidates: reading.people,
      };
    case 'refused':
      return { decision: stop(reading.reason, lightOfRefused(reading.reason), 'search', reading.facts) };
  }
}

/** Red only where somebody must not go on with what was shown. */
function lightOfRefused(reason: RefusedReading): Decision['light'] {
  return reason === 'pass-forged' || reason === 'code-foreign' || reason === 'code-unreadable'
    ? 'red'
    : 'amber';
}

/** A certificate that was counted before has nothing more to tell: the person is decided as always. */
function evaluateHistory(station: Scans, at: Desk, evaluated: EvaluatedCertificate): Evaluated {
  const { certificate, decision } = evaluated;
  if (!certificate || decision.reason !== 'certificate-fits' || !decision.personId) return evaluated;
  if (!isCounted(station, decision.personId, certificate)) return evaluated;
  return {
    certificate: { ...certificate, isCounted: true },
    decision: evaluatePerson(station, at, decision.personId),
  };
}

function evaluatePass(station: Scans, at: Desk, content: BarcodeContent): Evaluated {
  const pass = passById(station.db, content.passId);
  if (!pass) {
    const holder = holderOfExpectedPass(station, content.passId);
    if (holder) return { decision: evaluatePerson(station, at, holder, lastScanOf(station.db, holder)) };
    const facts = { doseCount: content.doseCount, on: content.lastDoseOn };
    return { decision: stop('pass-unknown-here', 'amber', 'search', facts) };
  }
  if (pass.status === 'voided') return { decision: stop('pass-voided', 'red', 'search') };
  const lastScannedAt = lastScanOf(station.db, pass.person_id);
  const isOutdated = content.doseCount !== at.people(pass.person_id).shownDoses().doseCount;
  const shownPass: ShownPass = {
    ...(lastScannedAt ? { lastScannedAt } : {}),
    ...(isOutdated ? { outdatedDoseCount: content.doseCount } : {}),
    ...(isFromBeforeJoining(station, content) ? { isFromBeforeJoining: true } : {}),
  };
  return { decision: evaluatePerson(station, at, pass.person_id, lastScannedAt), shownPass };
}

/** In a connected centre every barcode is tagged with headquarters' key: another key is of before. */
function isFromBeforeJoining({ db, barcodeKeys }: Scans, { keyId }: BarcodeContent): boolean {
  // Without a key of headquarters there was none yet: the store is not asked.
  const hasJoinedOnce = barcodeKeys.all.some((key) => key.keyId === headquartersPassKey);
  return keyId !== headquartersPassKey && hasJoinedOnce && connectionOf(db) === 'connected';
}

/** The decision for a known person, scanned or chosen from a list. */
function evaluatePerson(
  station: Scans,
  { onlyReceives, mayReadMedical, people }: Desk,
  personId: PersonId,
  lastScanAt?: Instant,
): Decision {
  const { settings } = station;
  const known = people(personId);
  const { today } = known;
  const person = known.person();
  if (person?.status !== 'registered')
    return stop(person?.status === 'restricted' ? 'person-restricted' : 'person-erased', 'red', 'search');
  const now = station.now();
  const visit = known.visit();
  const isUnchanged = lastScanAt !== undefined && !(visit && visit.checked_in_at > lastScanAt);
  const { product, schedule } = known.inQuestion();
  const { productId } = product;
  const course = courseOn(productId, today);
  const ofSeries = known
    .dates()
    .filter(({ status, product_id }) => status !== 'cancelled' && isSameSeries(product_id, productId));
  const dates = ofSeries.filter(({ product_id, day }) => isOfCourse(course, product_id, day));
  const later = ofSeries.find(
    (date) => !dates.includes(date) && date.status === 'booked' && date.day > today,
  );
  const vaccine = known.nameVaccine()(productId);
  const second = known.second();
  const screening = known.screening();
  const years = ageOn(person.details.birthDate, today);
  return decideArrival({
    personId,
    today,
    product,
    schedule,
    ...(vaccine ? { vaccine } : {}),
    ...(years === undefined ? {} : { years }),
    doses: known.given(),
    ...(second ? { second } : {}),
    reactions: known.reactions(),
    ...(screening ? { screening } : {}),
    mayReadMedical,
    appointments: dates.map((row) => ({
      appointmentId: row.appointment_id,
      day: row.day,
      plannedDose: row.planned_dose,
      isOpen: row.status === 'booked' || row.status === 'elsewhere',
      ...(row.status === 'not-vaccinated' ? { hasLeftWithoutDose: true } : {}),
      clock: clockTimeAt(row.starts_at, settings.timeZone),
      ...(row.centre === null ? {} : { centre: row.centre }),
    })),
    ...(later ? { nextSeasonOn: later.day } : {}),
    isCheckedIn: visit !== undefined,
    ...(visit && onlyReceives ? { receivedAt: clockTimeAt(visit.checked_in_at, settings.timeZone) } : {}),
    ...(dates.some(({ centre }) => centre !== null)
      ? { isPlaceFree: freeSlotDuring(station, now, productId) !== undefined }
      : {}),
    ...(isUnchanged ? { secondsSinceLastScan: secondsBetween(lastScanAt, now) } : {}),
  });
}

function stop(
  reason: Decision['reason'],
  light: Decision['light'],
  action: Decision['action'],
  facts: Decision['facts'] = {},
): Decision {
  return { light, reason, facts, action };
}
