import { type Instant, instantOf } from '../../../../domain/kernel/instant.ts';
import { inspectPkpass } from '../../../../issuing/apple/inspect-pkpass.ts';
import type { Inspection } from '../../../../issuing/apple/inspection.ts';
import type { PassKey } from '../../../../issuing/barcode/pass-barcode.ts';
import { mostBytesOf, readForeignFile } from '../../../read-foreign-file.ts';
import type { CliCommand, CliIo } from '../../cli-command.ts';
import { openStation } from '../../open-station.ts';
import { readOptions, withStoreFaults } from '../../options.ts';

export const command: CliCommand = {
  summary: 'says what is wrong with a pass file (.pkpass, .pkpasses), whoever made it',
  usage: 'station pass inspect FILE [--dir DIR] [--json]   (with DIR its keys check the barcode too)',
  async run(args, io) {
    const config = { dir: { type: 'string' }, json: { type: 'boolean' } } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const [file, ...more] = words.positionals;
    if (file === undefined || more.length > 0) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    const bytes = await readForeignFile(file, mostBytesOf.pass);
    if (!bytes) {
      io.err(`The file ${file} cannot be read.`);
      return 2;
    }
    const { dir, json = false } = words.values;
    return withStoreFaults(io, json, async () => {
      const now = instantOf(Date.now());
      const passKeys = dir === undefined ? undefined : await passKeysOf(dir, now);
      const inspection = inspectPkpass(bytes, { now, ...(passKeys ? { passKeys } : {}) });
      if (json) io.out(JSON.stringify({ ok: inspection.verdict !== 'broken', ...inspection }));
      else say(inspection, io);
      return inspection.verdict === 'broken' ? 1 : 0;
    });
  },
};

async function passKeysOf(dir: string, now: Instant): Promise<readonly PassKey[]> {
  const station = await openStation(dir, () => now);
  try {
    return station.barcodeKeys.all;
  } finally {
    station.db.close();
  }
}

const verdicts = {
  good: 'Nothing is wrong with this pass.',
  doubtful: 'Phones take this pass, but not everything is right with it.',
  broken: 'This pass is broken.',
} as const;

function say({ verdict, findings, summary }: Inspection, { out }: CliIo): void {
  out(verdicts[verdict]);
  for (const { severity, code, sentence, within } of findings)
    out(`  ${severity.padEnd(8)} ${within ? `${within}: ` : ''}${sentence.en} [${code}]`);
  const { serialNumber, passTypeId, teamId, organisation, signature } = summary;
  const facts = { serialNumber, passTypeId, teamId, organisation, signedAt: signature?.signedAt };
  for (const [name, value] of Object.entries(facts)) if (value) out(`  ${name.padEnd(14)} ${value}`);
}
