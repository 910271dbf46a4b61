import type { ScanEvaluation, ShownPass } from '../../../contracts/ipc/desk-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { ageOn } from '../../../domain/kernel/age.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { clockTimeAt, plainDateAt, secondsBetween } from '../../../domain/kernel/instant.ts';
import type { BarcodeContent } from '../../../domain/passes/barcode.ts';
import { isSameSeries } from '../../../domain/products/catalogue.ts';
import { splitAim } from '../../../domain/scan/aim-identifier.ts';
import { decideArrival } from '../../../domain/scan/decide-arrival.ts';
import type { Decision } from '../../../domain/scan/decision.ts';
import { decisionSentence } from '../../../domain/scan/decision-sentence.ts';
import type { ScanReads, Writes } from '../../context.ts';
import { freeSlotDuring } from '../../queries/appointments/find-slot.ts';
import { holderOfExpectedPass } from '../../queries/passes/expected-pass.ts';
import { givenDoses, personCard } from '../../queries/people/person-card.ts';
import { vaccineNamer } from '../../queries/products/name-vaccine.ts';
import { productOfRows } from '../../queries/products/product-of-person.ts';
import { type Reading, type RefusedReading, readScan } from '../../queries/scanning/read-scan.ts';
import { appointmentsOf, visitOn } from '../../store/tables/appointments/appointments.ts';
import { passById } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { lastScanOf, type RefusedScan, recordScan } from '../../store/tables/scanning/scans.ts';
import { dosesOfSet } from '../../store/tables/vaccination/doses.ts';
import { countableCertificate, isCounted } from '../vaccination/count-history.ts';
import { type EvaluatedCertificate, evaluateCertificate } from './evaluate-certificate.ts';

type Scans = Writes & ScanReads;

/** From what was scanned or typed to the light, the sentence and the next action. Keeps that it was scanned. */
export function evaluateScan(station: Scans, input: ScanInput): ScanEvaluation {
  const { reading, ...evaluated } = decide(station, input);
  const { decision } = evaluated;
  recordScan(station.db, {
    scannedAt: station.now(),
    via: input.via,
    reason: decision.reason,
    ...(decision.personId && reading.kind === 'pass' ? { personId: decision.personId } : {}),
    refused: refusedScan(input, reading, evaluated),
  });
  return evaluationView(station, evaluated);
}

/** The same without leaving a trace: for operators who look how the desk would decide. */
export function previewScan(station: Scans, input: ScanInput): ScanEvaluation {
  return evaluationView(station, decide(station, input));
}

/** The same for somebody chosen from a list: nothing was scanned, so nothing is kept. */
export function evaluateChoice(station: Scans, personId: PersonId, onlyReceives = false): ScanEvaluation {
  return evaluationView(station, { decision: evaluatePerson(station, personId, { onlyReceives }) });
}

/** The same for somebody whose certificate was just counted. */
export function evaluateCounted(
  station: Scans,
  personId: PersonId,
  texts: readonly string[],
): ScanEvaluation {
  const certificate = countableCertificate(station, personId, texts);
  return evaluationView(station, {
    decision: evaluatePerson(station, personId),
    ...(certificate ? { certificate: { ...certificate, isCounted: true } } : {}),
  });
}

function evaluationView(
  station: Scans,
  { decision, candidates, certificate, sentence, shownPass }: Evaluated,
): ScanEvaluation {
  const { facts: _, ...view } = decision;
  return {
    decision: { ...view, sentence: sentence ?? decisionSentence(decision) },
    ...(decision.personId ? { card: personCard(station, decision.personId) } : {}),
    ...(shownPass ? { shownPass } : {}),
    ...(candidates ? { candidates } : {}),
    ...(certificate ? { certificate } : {}),
  };
}

interface Desk {
  /** Doses are given elsewhere: whoever is checked in already is not expected here again. */
  readonly onlyReceives?: boolean;
}

type ScanInput = Desk &
  Pick<ChannelInput<'desk.scan'>, 'texts' | 'via' | 'symbology' | 'scanner' | 'openPersonId'>;
type Evaluated = EvaluatedCertificate & Pick<ScanEvaluation, 'candidates' | 'shownPass'>;

function decide(station: Scans, input: ScanInput): Evaluated & { reading: Reading } {
  const { texts, via, openPersonId, onlyReceives = false } = input;
  const reading = readScan(station, texts, via);
  const at = { onlyReceives };
  return { reading, ...decideReading(station, reading, openPersonId as PersonId | undefined, at) };
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
  reading: Reading,
  openPersonId: PersonId | undefined,
  at: Desk,
): Evaluated {
  switch (reading.kind) {
    case 'certificate':
      return evaluateHistory(station, evaluateCertificate(station, reading.text, openPersonId));
    case 'pass':
      return evaluatePass(station, reading.content, at);
    case 'person':
      return { decision: evaluatePerson(station, reading.personId, at) };
    case 'people':
      return {
        decision: stop('several-found', 'amber', 'choose-person', {
          count: reading.people.length,
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
function evaluateHistory(station: Scans, evaluated: EvaluatedCertificate): Evaluated {
  const { certificate, decision } = evaluated;
  if (!certificate || decision.reason !== 'certificate-fits' || !decision.personId) return evaluated;
  if (!isCounted(station, decision.personId, certificate)) return evaluated;
  return {
    certificate: { ...certificate, isCounted: true },
    decision: evaluatePerson(station, decision.personId),
  };
}

function evaluatePass(station: Scans, content: BarcodeContent, at: Desk): Evaluated {
  const pass = passById(station.db, content.passId);
  if (!pass) {
    const holder = holderOfExpectedPass(station, content.passId);
    if (holder) return { decision: evaluatePerson(station, holder, at, lastScanOf(station.db, holder)) };
    const facts = { doseCount: content.doseCount, on: content.lastDoseOn };
    return { decision: stop('pass-unknown-here', 'amber', 'search', facts) };
  }
  if (pass.status === 'voided') return { decision: stop('pass-voided', 'red', 'search') };
  const lastScannedAt = lastScanOf(station.db, pass.person_id);
  const isOutdated = content.doseCount !== pass.dose_count;
  const shownPass: ShownPass = {
    ...(lastScannedAt ? { lastScannedAt } : {}),
    ...(isOutdated ? { outdatedDoseCount: content.doseCount } : {}),
  };
  return { decision: evaluatePerson(station, pass.person_id, at, lastScannedAt), shownPass };
}

/** The decision for a known person, scanned or chosen from a list. */
function evaluatePerson(
  station: Scans,
  personId: PersonId,
  { onlyReceives = false }: Desk = {},
  lastScanAt?: ReturnType<typeof lastScanOf>,
): Decision {
  const { db, settings } = station;
  const person = personById(db, personId);
  if (person?.status !== 'registered')
    return stop(person?.status === 'restricted' ? 'person-restricted' : 'person-erased', 'red', 'search');
  const now = station.now();
  const today = plainDateAt(now, settings.timeZone);
  const visit = visitOn(db, personId, today);
  const isUnchanged = lastScanAt !== undefined && !(visit && visit.checked_in_at > lastScanAt);
  const rows = appointmentsOf(db, personId);
  const doses = givenDoses(dosesOfSet(db, linkedSetOf(db, personId)));
  const { product, schedule } = productOfRows(station, rows, doses);
  const { productId } = product;
  const dates = rows.filter(
    ({ status, product_id }) => status !== 'cancelled' && isSameSeries(product_id, productId),
  );
  const vaccine = vaccineNamer(db)(productId);
  const years = ageOn(person.details.birthDate, today);
  return decideArrival({
    personId,
    today,
    product,
    schedule,
    ...(vaccine ? { vaccine } : {}),
    ...(years === undefined ? {} : { years }),
    doses,
    appointments: dates.map((row) => ({
      appointmentId: row.appointment_id,
      day: row.day,
      plannedDose: row.planned_dose,
      isOpen: row.status === 'booked' || row.status === 'elsewhere',
      clock: clockTimeAt(row.starts_at, settings.timeZone),
      ...(row.centre === null ? {} : { centre: row.centre }),
    })),
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
