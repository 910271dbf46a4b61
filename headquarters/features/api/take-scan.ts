import type { ScanDecision } from '../../../contracts/api/api-contract.ts';
import { type PassKey, verifyPassBarcode } from '../../../issuing/barcode/pass-barcode.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { recordEvents } from '../passes/record-events.ts';
import { doseFactsOf, type FoundPass, findPass, isVoidPass } from './read-pass.ts';

export interface ReportedScan {
  readonly text: string;
  /** The client's id. */
  readonly actor: string;
  /** That the centre's barcodes are tagged with. */
  readonly key: PassKey;
}

/** Says what the text of a scan means, by the record of now, and records that the pass was scanned. */
export async function takeScan(
  headquarters: Headquarters,
  db: CentreDb,
  centre: string,
  { text, actor, key }: ReportedScan,
): Promise<ScanDecision> {
  const read = verifyPassBarcode([key], text);
  if (!read.ok) {
    if (read.refusal === 'key-unknown') return { decision: 'unknown', reason: 'other-issuer' };
    return { decision: 'unknown', reason: read.refusal === 'tag-wrong' ? 'forged' : 'not-a-pass' };
  }
  const { passId } = read.value;
  const found = await findPass(headquarters, db, centre, passId);
  if (!found) return { decision: 'unknown', reason: 'not-found' };
  if (found.known.person.status !== 'registered') return { decision: 'unknown', reason: 'record-closed' };
  await noteScan(headquarters, db, { centre, found, actor });
  if (isVoidPass(found)) return { decision: 'void', passId: found.pass.passId };
  return { decision: 'known', passId: found.pass.passId, ...doseFactsOf(found.known) };
}

async function noteScan(
  headquarters: Headquarters,
  db: CentreDb,
  { centre, found, actor }: { readonly centre: string; readonly found: FoundPass; readonly actor: string },
): Promise<void> {
  const { passId, personId } = found.pass;
  await recordEvents(headquarters, db, {
    centre,
    stream: personId,
    actor,
    events: [{ type: 'PassScanned', version: 1, data: { passId, personId } }],
  });
}
