import type { ReadableDb } from '../../store/database.ts';
import { type ChainPlace, countAfter } from '../../store/event-log/own-events.ts';
import { type CentreSettings, type HeadquartersLink, settingOf } from '../../store/settings.ts';

/** Up to which own event headquarters has everything. A link of before says no epoch: beyond the first it proves nothing. */
export function confirmedUpTo(
  { sentEpoch, sentUpTo }: Pick<HeadquartersLink, 'sentEpoch' | 'sentUpTo'>,
  { epoch }: Pick<CentreSettings, 'epoch'>,
): ChainPlace {
  const known = sentEpoch ?? (epoch === 1 ? 1 : undefined);
  return known === undefined ? { epoch: 0, seq: 0 } : { epoch: known, seq: sentUpTo };
}

/** How many own events headquarters has not confirmed; all of them where the centre joined none. */
export function countUnsent(db: ReadableDb, settings: Pick<CentreSettings, 'station' | 'epoch'>): number {
  const link = settingOf(db, 'headquarters');
  return countAfter(db, settings.station, link ? confirmedUpTo(link, settings) : { epoch: 0, seq: 0 });
}
