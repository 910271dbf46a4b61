import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { parseTrustList } from '../../issuing/certificate/trust/trust-list.ts';
import { stationTrustList } from '../queries/station-trust-list.ts';
import type { Actor, Station } from '../station.ts';
import { saveTrustList } from '../store/tables/trust-list.ts';

export type TrustListRefusal = 'trust-list-unreadable' | 'trust-list-older';

/**
 * Takes over a list of signers; the same list again changes nothing. An older one than the present is refused: it
 * would bring back revoked keys.
 */
export function importTrustList(
  station: Pick<Station, 'db' | 'now'>,
  actor: Actor,
  text: string,
): Result<true, TrustListRefusal> {
  const read = parseTrustList(text);
  if (!read.ok) return refuse('trust-list-unreadable');
  const present = stationTrustList(station);
  if (present && read.value.issuedAtMs < present.issuedAtMs) return refuse('trust-list-older');
  station.db.transact(() =>
    saveTrustList(station.db, { text, imported_at: station.now(), imported_by: actor }),
  );
  return accept(true);
}
