import { createHash } from 'node:crypto';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { parseTrustList } from '../../../issuing/certificate/trust/trust-list.ts';
import type { ScanReads, Writes } from '../../context.ts';
import { saveTrustList, trustListRow } from '../../store/tables/scanning/trust-list.ts';
import { runCommand } from '../run-command.ts';

export type TrustListRefusal = 'trust-list-unreadable' | 'trust-list-older';

/**
 * Takes over a list of signers; the same list again changes nothing. An older one than the present is refused: it
 * would bring back revoked keys.
 */
export function importTrustList(
  station: Writes & Pick<ScanReads, 'trustList'>,
  actor: Actor,
  { requestId, text }: { readonly requestId?: string; readonly text: string },
): Result<Record<string, never>, TrustListRefusal> {
  const call = { name: 'import-trust-list', actor, requestId };
  const { db, now } = station;
  return runCommand(station, call, () => {
    const read = parseTrustList(text);
    if (!read.ok) return refuse('trust-list-unreadable');
    const { issuedAtMs, documentSigners, healthCardIssuers } = read.value;
    const present = station.trustList.current();
    if (present && issuedAtMs < present.issuedAtMs) return refuse('trust-list-older');
    if (trustListRow(db)?.text === text) return accept({ stream: 'centre', events: [], value: {} });
    saveTrustList(db, { text, imported_at: now(), imported_by: actor });
    const data = {
      digest: createHash('sha256').update(text).digest('hex'),
      issuedAt: instantOf(issuedAtMs),
      documentSigners: documentSigners.length,
      healthCardIssuers: healthCardIssuers.size,
    };
    return accept({
      stream: 'centre',
      events: [{ type: 'TrustListImported', version: 1, data }],
      value: {},
    });
  });
}
