import { LogFileLines } from '../../ledger/log-file.ts';
import { rawPublicKeyOf } from '../../ledger/raw-keys.ts';
import { signLog } from '../compose.ts';
import type { Station } from '../station.ts';
import { knownStations } from '../store/event-log/known-stations.ts';
import { lastPosition, readChains } from '../store/event-log/read-chains.ts';
import { writePrivateFile } from './write-private-file.ts';

const WRITE_AT_BYTES = 1 << 20;

/**
 * Writes the log as it stands now, its last event signed first; what is appended meanwhile belongs to the next file.
 * Answers how many events and signed heads were written. @throws what the file system says.
 */
export function writeLogFile(station: Station, file: string): { events: number; heads: number } {
  const { db, settings, stationKey } = station;
  signLog(station);
  const upTo = lastPosition(db);
  const lines = new LogFileLines();
  const count = { event: 0, head: 0 };
  writePrivateFile(file, (piece) => {
    let text = lines.start({
      station: settings.station,
      centre: settings.centreId ?? '',
      exportedAt: station.now(),
      keys: [
        { station: settings.station, key: rawPublicKeyOf(stationKey.publicKey) },
        ...knownStations(db).map(({ station: other, signing_key }) => ({ station: other, key: signing_key })),
      ],
    });
    for (const item of readChains(db, settings.station, upTo)) {
      text += item.kind === 'event' ? lines.event(item.row) : lines.head(item.head);
      count[item.kind] += 1;
      if (text.length < WRITE_AT_BYTES) continue;
      piece(text);
      text = '';
    }
    piece(text + lines.end({ signedAt: station.now(), privateKey: stationKey.privateKey }));
  });
  return { events: count.event, heads: count.head };
}
