import type { Judgement } from '../../contracts/ipc/desk-contract.ts';
import type { ChannelInput } from '../../contracts/ipc/station-contract.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { clockTimeAt, plainDateAt, secondsBetween } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { BarcodeContent } from '../../domain/passes/barcode.ts';
import { splitAim } from '../../domain/scan/aim-identifier.ts';
import { decideArrival } from '../../domain/scan/decide-arrival.ts';
import type { Decision } from '../../domain/scan/decision.ts';
import { decisionSentence } from '../../domain/scan/decision-sentence.ts';
import { scheduleOf } from '../../domain/schedules/products.ts';
import { type ProvenDose, withDosesElsewhere } from '../../domain/vaccination/doses-elsewhere.ts';
import { centreProduct } from '../queries/centre-product.ts';
import { freeSlotDuring } from '../queries/find-slot.ts';
import { givenDoses, personCard } from '../queries/person-card.ts';
import { type Reading, type RefusedReading, readScan } from '../queries/read-scan.ts';
import type { Station } from '../station.ts';
import { appointmentsOf, visitOn } from '../store/tables/appointments.ts';
import { dosesOfSet } from '../store/tables/doses.ts';
import { passById } from '../store/tables/passes.ts';
import { personById } from '../store/tables/people.ts';
import { linkedSetOf } from '../store/tables/person-links.ts';
import { lastScanOf, type RefusedScan, recordScan } from '../store/tables/scans.ts';
import { type JudgedCertificate, judgeCertificate } from './judge-certificate.ts';

/** From what was scanned or typed to the light, the sentence and the next action. Keeps that it was scanned. */
export function judgeScan(station: Station, input: ScanInput): Judgement {
  const { reading, ...judged } = decide(station, input);
  const { decision } = judged;
  recordScan(station.db, {
    scannedAt: station.now(),
    via: input.via,
    reason: decision.reason,
    ...(decision.personId && reading.kind === 'pass' ? { personId: decision.personId } : {}),
    refused: refusedScan(input, reading, judged),
  });
  return judgement(station, judged);
}

/** The same without leaving a trace: for operators who look how the desk would decide. */
export function previewScan(station: Station, input: ScanInput): Judgement {
  return judgement(station, decide(station, input));
}

/** The same for somebody chosen from a list: nothing was scanned, so nothing is kept. */
export function judgeChoice(station: Station, personId: PersonId): Judgement {
  return judgement(station, { decision: judgePerson(station, personId, undefined) });
}

/** The decision for a person if the doses of their certificate count. Nothing of it is kept. */
export function judgeWithHistory(
  station: Station,
  personId: PersonId,
  texts: readonly string[],
): Result<Judgement, 'certificate-refused'> {
  const reading = readScan(station, texts, 'device');
  if (reading.kind !== 'certificate') return refuse('certificate-refused');
  const judged = judgeCertificate(station, reading.text, personId);
  const { certificate, decision } = judged;
  if (!certificate || decision.action !== 'count-history') return refuse('certificate-refused');
  return accept(
    judgement(station, {
      decision: judgePerson(station, personId, undefined, certificate.doses),
      certificate: { ...certificate, isCounted: true },
    }),
  );
}

function judgement(station: Station, { decision, candidates, certificate, sentence }: Judged): Judgement {
  const { facts: _, ...view } = decision;
  return {
    decision: { ...view, sentence: sentence ?? decisionSentence(decision) },
    ...(decision.personId ? { card: personCard(station, decision.personId) } : {}),
    ...(candidates ? { candidates } : {}),
    ...(certificate ? { certificate } : {}),
  };
}

type ScanInput = Pick<ChannelInput<'desk.scan'>, 'texts' | 'via' | 'symbology' | 'scanner' | 'openPersonId'>;
type Judged = JudgedCertificate & { readonly candidates?: Judgement['candidates'] };

function decide(station: Station, { texts, via, openPersonId }: ScanInput): Judged & { reading: Reading } {
  const reading = readScan(station, texts, via);
  return { reading, ...decideReading(station, reading, openPersonId as PersonId | undefined) };
}

/** What may be kept of a code that led to nobody. What a person typed is no code: nothing of it is kept. */
function refusedScan(
  { texts, via, symbology, scanner }: ScanInput,
  reading: Reading,
  { decision, refusal }: Judged,
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

function decideReading(station: Station, reading: Reading, openPersonId: PersonId | undefined): Judged {
  switch (reading.kind) {
    case 'certificate':
      return judgeCertificate(station, reading.text, openPersonId);
    case 'pass':
      return { decision: judgePass(station, reading.content) };
    case 'person':
      return { decision: judgePerson(station, reading.personId, undefined) };
    case 'people':
      return {
        decision: stop('several-found', 'amber', 'choose-person', { count: reading.people.length }),
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

function judgePass(station: Station, content: BarcodeContent): Decision {
  const pass = passById(station.db, content.passId);
  if (!pass) {
    const facts = { doseCount: content.doseCount, on: content.lastDoseOn };
    return stop('pass-unknown-here', 'amber', 'search', facts);
  }
  if (pass.status === 'voided') return stop('pass-voided', 'red', 'search');
  return judgePerson(station, pass.person_id, lastScanOf(station.db, pass.person_id));
}

/** The decision for a known person, scanned or chosen from a list. */
function judgePerson(
  station: Station,
  personId: PersonId,
  lastScanAt: ReturnType<typeof lastScanOf>,
  elsewhere: readonly ProvenDose[] = [],
): Decision {
  const { db, settings } = station;
  const status = personById(db, personId)?.status;
  if (status !== 'registered')
    return stop(status === 'restricted' ? 'person-restricted' : 'person-erased', 'red', 'search');
  const schedule = scheduleOf(centreProduct().productId);
  if (!schedule) throw new Error('no schedule for the product of this centre');
  const now = station.now();
  const today = plainDateAt(now, settings.timeZone);
  const visit = visitOn(db, personId, today);
  const isUnchanged = lastScanAt !== undefined && !(visit && visit.checked_in_at > lastScanAt);
  const dates = appointmentsOf(db, personId).filter(({ status }) => status !== 'cancelled');
  return decideArrival({
    personId,
    today,
    schedule,
    doses: withDosesElsewhere(
      givenDoses(dosesOfSet(db, linkedSetOf(db, personId))),
      elsewhere,
      schedule.productId,
    ),
    appointments: dates.map((row) => ({
      appointmentId: row.appointment_id,
      day: row.day,
      plannedDose: row.planned_dose,
      isOpen: row.status === 'booked' || row.status === 'elsewhere',
      clock: clockTimeAt(row.starts_at, settings.timeZone),
      ...(row.centre === null ? {} : { centre: row.centre }),
    })),
    isCheckedIn: visit !== undefined,
    ...(dates.some(({ centre }) => centre !== null)
      ? { isPlaceFree: freeSlotDuring(station, now) !== undefined }
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
