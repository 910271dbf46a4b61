import type { CertificateView } from '../../../contracts/ipc/certificate-view.ts';
import { type DoseId, idOf, type PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { decideCountElsewhere } from '../../../domain/vaccination/doses-elsewhere.ts';
import type { VaccinationState } from '../../../domain/vaccination/vaccination.ts';
import type { ScanReads, Writes } from '../../context.ts';
import { seriesOf } from '../../histories/person-history.ts';
import { readScan } from '../../queries/scanning/read-scan.ts';
import { personById } from '../../store/tables/people/people.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { runCommand } from '../run-command.ts';
import { evaluateCertificate } from '../scanning/evaluate-certificate.ts';

type Scans = Writes & ScanReads;

export interface CountHistoryInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  /** The certificate, as it was scanned: it is verified here once more. */
  readonly texts: readonly string[];
}

/**
 * Takes the doses of a certificate into the record of its holder: from then on they count in every decision, on the
 * pass and for the number of the next dose. Once more changes nothing.
 */
export function countHistory(
  station: Scans,
  actor: Actor,
  { requestId, personId, texts }: CountHistoryInput,
): Result<{ personId: PersonId }, 'certificate-refused'> {
  return runCommand(station, { name: 'count-history', actor, requestId }, () => {
    const isWorkedWith = personById(station.db, personId)?.status === 'registered';
    const certificate = isWorkedWith ? countableCertificate(station, personId, texts) : undefined;
    if (!certificate) return refuse('certificate-refused');
    const series = seriesOf(station.db, linkedSetOf(station.db, personId));
    const decided = decideCount(station, series, personId, certificate);
    return accept({ stream: personId, events: decided.ok ? decided.value : [], value: { personId } });
  });
}

/** Whether everything that it proves stands in the record. */
export function isCounted(station: Scans, personId: PersonId, certificate: CertificateView): boolean {
  const series = seriesOf(station.db, linkedSetOf(station.db, personId));
  return !decideCount(station, series, personId, certificate).ok;
}

/** The certificate, if it may count for this person. */
export function countableCertificate(
  station: Scans,
  personId: PersonId,
  texts: readonly string[],
): CertificateView | undefined {
  const reading = readScan(station, texts, 'device');
  if (reading.kind !== 'certificate') return undefined;
  const { certificate, decision } = evaluateCertificate(station, reading.text, personId);
  return decision.action === 'count-history' ? certificate : undefined;
}

function decideCount(
  station: Scans,
  series: VaccinationState,
  personId: PersonId,
  { kind, issuer, trustListFrom, doses, productId = productActiveUnasked }: CertificateView,
) {
  return decideCountElsewhere(series, {
    personId,
    productId,
    proven: doses,
    source: { kind, issuer, trustListFrom },
    newId: () => idOf<DoseId>(station.newId()),
  });
}
