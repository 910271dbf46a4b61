import { refusedScans } from '../../../queries/scanning/refused-scans.ts';
import type { CliCommand } from '../../cli-command.ts';
import { withStation } from '../../open-station.ts';
import { readOptions } from '../../options.ts';

export const command: CliCommand = {
  summary: 'lists the last codes that could not be used, without what was in them',
  usage: 'station scan refused --dir DIR [--language de|en] [--json]',
  async run(args, io) {
    const config = {
      dir: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { dir, json = false } = words.values;
    const language = words.values.language === 'de' ? 'de' : 'en';
    if (dir === undefined) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    return withStation(io, json, dir, (station) => {
      const refused = refusedScans(station);
      if (json) io.out(JSON.stringify(refused));
      else {
        for (const { scannedAt, via, scanner, length, words } of refused.scans)
          io.out(
            `${scannedAt}  ${(scanner ?? via).padEnd(20)} ${String(length).padStart(5)}  ${words[language]}`,
          );
        for (const sentence of refused.advice) io.out(sentence[language]);
      }
      return 0;
    });
  },
};
