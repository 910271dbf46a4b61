import type { CliCommand } from './cli-command.ts';
import { importFile } from './import-file.ts';
import { importVaccinations } from './import-vaccinations.ts';
import { withStation } from './open-station.ts';
import { readOptions } from './options.ts';

const SHOWN_SENTENCES = 20;

/** `import csv` and `import fhir` differ in nothing but how the file is read. */
export function importCommand(format: 'csv' | 'fhir'): CliCommand {
  const mapping = format === 'csv' ? ' [--mapping FIELD,FIELD,…]' : '';
  const usage = `station import ${format} FILE --dir DIR${mapping} [--add-duplicates] [--json]`;
  return {
    summary:
      format === 'csv'
        ? 'imports people with their appointments from a CSV file'
        : 'imports people with their appointments and vaccinations from a FHIR R4 bundle',
    usage,
    async run(args, io) {
      const config = {
        dir: { type: 'string' },
        mapping: { type: 'string' },
        'add-duplicates': { type: 'boolean' },
        json: { type: 'boolean' },
      } as const;
      const words = readOptions(args, config, usage, io);
      if (!words) return 2;
      const { dir, mapping, json = false } = words.values;
      const [file] = words.positionals;
      if (dir === undefined || file === undefined) {
        io.err(`Usage: ${usage}`);
        return 2;
      }
      return withStation(io, json, dir, async (station) => {
        const addDuplicates = words.values['add-duplicates'] ?? false;
        const done = await importFile(station, file, {
          format,
          addDuplicates,
          ...(mapping ? { mapping } : {}),
        });
        if (typeof done === 'string') {
          if (json) io.out(JSON.stringify({ ok: false, sentence: done }));
          io.err(done);
          return 1;
        }
        const { counts, appointments, passes } = done.progress;
        const told = format === 'fhir' ? importVaccinations(station, file) : undefined;
        const { sentences: toldSentences = [], refusal, ...vaccinations } = told ?? {};
        const sentences = [...(refusal ? [refusal] : []), ...done.sentences, ...toldSentences];
        if (json)
          io.out(
            JSON.stringify({
              ok: refusal === undefined,
              ...(refusal ? { sentence: refusal } : {}),
              counts,
              appointments,
              passes,
              ...(told ? { vaccinations } : {}),
              sentences,
            }),
          );
        else {
          for (const [name, count] of Object.entries({ ...counts, appointments, passes }))
            io.out(`${name.padEnd(14)} ${count}`);
          if (told)
            io.out(
              `Vaccinations: ${told.taken} taken, ${told.known} recorded already, ${told.notTaken} not taken; ${told.recommendations} recommendations told, which are not taken.`,
            );
          for (const sentence of sentences.slice(0, SHOWN_SENTENCES)) io.out(sentence);
        }
        return refusal === undefined ? 0 : 1;
      });
    },
  };
}
