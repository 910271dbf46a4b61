import path from 'node:path';
import type { Language } from '../../../../domain/kernel/bilingual.ts';
import { idOf, type PersonId } from '../../../../domain/kernel/ids.ts';
import { maySeeRestricted } from '../../../../domain/people/who-may.ts';
import { noteDisclosure } from '../../../commands/staff/note-disclosure.ts';
import { personExportFile } from '../../../queries/people/person-export-file.ts';
import type { Station } from '../../../station.ts';
import type { CliCommand, CliIo } from '../../cli-command.ts';
import { withStation } from '../../open-station.ts';
import { readOptions } from '../../options.ts';
import { writePrivateFile } from '../../write-private-file.ts';

export const command: CliCommand = {
  summary: 'writes out everything about one person (GDPR Art. 15), as JSON or PDF',
  usage: 'station people export --dir DIR --person ID [--format json|pdf] [--language de|en] [--out FILE]',
  async run(args, io) {
    const config = {
      dir: { type: 'string' },
      person: { type: 'string' },
      format: { type: 'string', default: 'json' },
      language: { type: 'string', default: 'de' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { dir, person, format, language, out, json = false } = words.values;
    const isCalledWell =
      dir !== undefined &&
      person !== undefined &&
      (format === 'json' || format === 'pdf') &&
      (language === 'de' || language === 'en') &&
      (format === 'json' || out !== undefined);
    if (!isCalledWell) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    return withStation(io, json, dir, (station) => write(station, io, { person, format, language, out }));
  },
};

interface Wish {
  readonly person: string;
  readonly format: 'json' | 'pdf';
  readonly language: Language;
  readonly out: string | undefined;
}

/** To a file of mode 0600, or data to standard output. */
async function write(station: Station, io: CliIo, { person, format, language, out }: Wish): Promise<number> {
  const made = await personExportFile(
    station,
    idOf<PersonId>(person),
    { format, language },
    maySeeRestricted,
  );
  if (!made.ok) {
    io.err('There is no such person here.');
    return 1;
  }
  noteDisclosure(station, 'operator', { kind: `person-${format}`, people: 1 });
  if (out === undefined) io.out(new TextDecoder().decode(made.value.bytes).trimEnd());
  else writePrivateFile(path.resolve(out), (piece) => piece(made.value.bytes));
  return 0;
}
