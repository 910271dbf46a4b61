import type { systemContract } from '../../../contracts/ipc/system-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { confirmWarning } from '../../commands/centre/confirm-warning.ts';
import { stationWarnings } from '../../queries/centre/station-warnings.ts';
import { outboxCounts } from '../../store/outbox/outbox.ts';
import type { HandlersOf } from '../handler.ts';

export const systemHandlers: HandlersOf<keyof typeof systemContract> = {
  'system.status': (station) => {
    const { background, foreground } = station.templates.current().colours;
    return accept({
      centreName: station.settings.centreName,
      colours: { background, foreground },
      mode: station.settings.mode,
      timeZone: station.settings.timeZone,
      aheadMs: station.time.aheadMs(),
      keyPlace: station.keyPlace,
      runtime: station.runtime,
      outbox: outboxCounts(station.db),
      warnings: stationWarnings(station),
    });
  },
  'system.confirm-warning': (station, input, { actor }) => confirmWarning(station, actor, input),
};
