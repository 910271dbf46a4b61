import type { ConfirmableCode } from '../../../contracts/ipc/system-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import type { StoreFoundOlder } from '../../centre/compare-with-witness.ts';
import type { Writes } from '../../context.ts';
import type { StationLog } from '../../station-log.ts';
import { chainEndOf } from '../../store/event-log/chain-end.ts';
import { keepSetting, settingOf } from '../../store/settings.ts';
import { runCommand } from '../run-command.ts';

type Noting = Writes & { readonly log: StationLog };

export interface StoreFound {
  readonly foundOlder: StoreFoundOlder | undefined;
  /** Whether anything told how far the log came. */
  readonly isWitnessed: boolean;
}

/**
 * Writes into the log what opening the store found: that it is older than it was, or that nothing tells. Both stand as
 * a warning at every window until a lead has confirmed them.
 */
export function noteStoreFound(station: Noting, { foundOlder, isWitnessed }: StoreFound): void {
  const { db, settings } = station;
  const keptSince = settingOf(db, 'witness-kept');
  if (!keptSince && chainEndOf(db, settings.station, settings.epoch))
    keepSetting(db, 'witness-kept', { since: station.now() });
  if (foundOlder) {
    const missing = Math.max(0, foundOlder.seqSeen - foundOlder.seqFound);
    note(station, { type: 'StoreFoundOlder', version: 1, data: foundOlder }, 'store-older', { missing });
  } else if (keptSince && !isWitnessed)
    note(station, { type: 'WitnessFoundMissing', version: 1, data: {} }, 'witness-missing', {});
}

function note(
  station: Noting,
  event: StationEvent,
  code: ConfirmableCode,
  facts: { readonly missing?: number },
): void {
  runCommand(station, { name: 'note-store-found', actor: 'station', topics: ['system'] }, () => {
    keepSetting(station.db, 'to-confirm', { ...settingOf(station.db, 'to-confirm'), [code]: facts });
    return accept({ stream: 'centre', events: [event], value: {} });
  });
  station.log.info(code, facts);
}
