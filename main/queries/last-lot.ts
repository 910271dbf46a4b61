import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import type { Station } from '../station.ts';
import { settingOf } from '../store/settings.ts';

/** The lot that was used last at this station, if any was. */
export function lastLot({ db }: Station): { lot?: string; expiresOn?: PlainDate } {
  return settingOf(db, 'last-lot') ?? {};
}
