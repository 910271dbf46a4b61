import path from 'node:path';
import { rawPublicKeyOf } from '../../../../ledger/raw-keys.ts';
import { noteDisclosure } from '../../../commands/staff/note-disclosure.ts';
import type { Station } from '../../../station.ts';
import { chainEndOf } from '../../../store/event-log/chain-end.ts';
import { countExported } from '../../../store/tables/people/exports.ts';
import type { CliCommand } from '../../cli-command.ts';
import { withStation } from '../../open-station.ts';
import { readOptions } from '../../options.ts';
import { writeLogFile } from '../../write-log-file.ts';

export const command: CliCommand = {
  summary: 'writes the event log with its signed heads to a file that anybody can verify',
  usage: 'station log export --dir DIR --out FILE [--json]',
  async run(args, io) {
    const config = { dir: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean' } } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { dir, out, json = false } = words.values;
    if (dir === undefined || out === undefined) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    return withStation(io, json, dir, (station) => {
      const file = path.resolve(out);
      noteDisclosure(station, 'operator', { kind: 'log', people: countExported(station.db) });
      const { events, heads } = writeLogFile(station, file);
      const told = { file, events, heads, key: keyOf(station), head: headOf(station) };
      if (json) io.out(JSON.stringify({ ok: true, ...told }));
      else {
        io.out(`${events} events and ${heads} signed heads written to ${file}.`);
        io.out('Keep these lines apart from the file; the verifier takes them as --key and --head:');
        io.out(told.key);
        if (told.head) io.out(JSON.stringify(told.head));
      }
      return 0;
    });
  },
};

function keyOf({ stationKey }: Station): string {
  return Buffer.from(rawPublicKeyOf(stationKey.publicKey)).toString('hex');
}

/** Undefined while the log is empty. */
function headOf({ db, settings: { station, epoch } }: Station) {
  const end = chainEndOf(db, station, epoch);
  return end && { station, epoch, ...end };
}
