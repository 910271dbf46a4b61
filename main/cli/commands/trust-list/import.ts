import { importTrustList } from '../../../commands/scanning/import-trust-list.ts';
import { trustListState } from '../../../queries/scanning/station-trust-list.ts';
import { mostBytesOf, readForeignText } from '../../../read-foreign-file.ts';
import type { CliCommand } from '../../cli-command.ts';
import { withStation } from '../../open-station.ts';
import { readOptions } from '../../options.ts';

const refusals = {
  'trust-list-unreadable': 'This file is no trust list or is damaged.',
  'trust-list-older': 'This list is older than the present one, which stays.',
} as const;

export const command: CliCommand = {
  summary: 'takes over the list of certificate signers that a station believes',
  usage: 'station trust-list import FILE --dir DIR [--json]',
  async run(args, io) {
    const config = { dir: { type: 'string' }, json: { type: 'boolean' } } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { dir, json = false } = words.values;
    const [file] = words.positionals;
    const text = file === undefined ? undefined : await readForeignText(file, mostBytesOf.trustList);
    if (text === undefined || dir === undefined) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    return withStation(io, json, dir, (station) => {
      const imported = importTrustList(station, 'operator', { text });
      if (!imported.ok) {
        if (json) io.out(JSON.stringify({ ok: false, reason: imported.refusal }));
        else io.err(refusals[imported.refusal]);
        return 1;
      }
      const list = trustListState(station);
      if (json) io.out(JSON.stringify({ ok: true, ...list }));
      else io.out(`Imported: ${list?.documentSigners} signers, ${list?.healthCardIssuers} issuers.`);
      return 0;
    });
  },
};
