import { peopleOn } from '../../documents/day-list.ts';
import { dayListCsv } from '../../documents/day-list-csv.ts';
import type { Language } from '../../domain/kernel/bilingual.ts';
import { parsePlainDate } from '../../domain/kernel/plain-date.ts';
import { noteDisclosure, noteRegisterGivenOut } from '../commands/staff/note-disclosure.ts';
import { dayList } from '../queries/appointments/day-list.ts';
import { exportPeople } from '../queries/people/export-people.ts';
import type { Station } from '../station.ts';
import type { CliCommand } from './cli-command.ts';
import { withStation } from './open-station.ts';
import { readOptions } from './options.ts';
import { writePrivateFile } from './write-private-file.ts';

type Kind = 'csv' | 'fhir' | 'day-list';

const summaries: Readonly<Record<Kind, string>> = {
  csv: 'writes everybody with their dates still to come as a CSV file',
  fhir: 'writes everybody with their dates (with --vaccinations also what they were given) as a FHIR R4 bundle',
  'day-list': 'writes the list of one day for working on paper (PDF, or CSV by the name of the file)',
};

const more: Readonly<Record<Kind, string>> = {
  csv: '',
  fhir: ' [--vaccinations]',
  'day-list': ' --day YYYY-MM-DD [--language de|en]',
};

export function exportCommand(kind: Kind): CliCommand {
  const usage = `station export ${kind} FILE --dir DIR${more[kind]} [--json]`;
  return {
    summary: summaries[kind],
    usage,
    async run(args, io) {
      const config = {
        dir: { type: 'string' },
        day: { type: 'string' },
        language: { type: 'string', default: 'de' },
        vaccinations: { type: 'boolean' },
        json: { type: 'boolean' },
      } as const;
      const words = readOptions(args, config, usage, io);
      if (!words) return 2;
      const { dir, day = '', language, vaccinations: withVaccinations = false, json = false } = words.values;
      const [file] = words.positionals;
      const on = parsePlainDate(day);
      if (dir === undefined || file === undefined || (kind === 'day-list' && !on)) {
        io.err(`Usage: ${usage}`);
        return 2;
      }
      return withStation(io, json, dir, async (station) => {
        const written =
          kind === 'day-list' && on
            ? await writeDayList(station, file, on, language === 'en' ? 'en' : 'de')
            : writePeople(station, file, kind === 'fhir' ? 'fhir' : 'csv', withVaccinations);
        if (json) io.out(JSON.stringify({ ok: true, file, ...written }));
        else io.out(`Written to ${file}.`);
        return 0;
      });
    },
  };
}

function writePeople(
  station: Station,
  file: string,
  format: 'csv' | 'fhir',
  withVaccinations: boolean,
): { parts: number } {
  let after = '';
  noteRegisterGivenOut(station, 'operator', { format, after, withVaccinations });
  return writePrivateFile(file, (piece) => {
    for (let parts = 1; ; parts++) {
      const { text, next } = exportPeople(station, format, after, { withVaccinations });
      piece(text);
      if (next === undefined) return { parts };
      after = next;
    }
  });
}

async function writeDayList(
  station: Station,
  file: string,
  day: Parameters<typeof dayList>[1],
  language: Language,
): Promise<{ entries: number }> {
  const list = dayList(station, day);
  const format = file.endsWith('.csv') ? 'csv' : 'pdf';
  const bytes =
    format === 'csv'
      ? dayListCsv(list, language)
      : await station.pdf.make({ kind: 'day-list', list, language });
  noteDisclosure(station, 'operator', { kind: `day-list-${format}`, people: peopleOn(list) });
  writePrivateFile(file, (piece) => piece(bytes));
  return { entries: list.entries.length };
}
