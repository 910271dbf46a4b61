import { basename } from 'node:path';
import { instantOf } from '../../../../domain/kernel/instant.ts';
import { expiryWarning } from '../../../../domain/passes/certificate-expiry.ts';
import {
  type ImportedCertificate,
  importPassCertificate,
} from '../../../../issuing/keys/import-certificate.ts';
import { importSentence } from '../../../../issuing/keys/import-texts.ts';
import type { KeyFile } from '../../../../issuing/keys/read-key-files.ts';
import { mostBytesOf, readForeignFile } from '../../../read-foreign-file.ts';
import type { CliCommand, CliIo } from '../../cli-command.ts';
import { readOptions } from '../../options.ts';
import { readPassphrase } from '../../read-passphrase.ts';

export const command: CliCommand = {
  summary: 'says whether these files can sign passes: certificate, key, chain, dates',
  usage:
    'station pass-certificate check FILE… [--passphrase-file F] [--pass-type-id ID] [--team-id ID] [--trial] [--json]',
  async run(args, io) {
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { values, positionals } = words;
    if (positionals.length === 0) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    const files = await readFiles(positionals, io);
    const passphrase = await readPassphrase(values['passphrase-file'], io);
    if (!files || !passphrase.ok) return 2;
    const now = instantOf(Date.now());
    const imported = importPassCertificate(files, {
      now,
      centre: values.trial ? 'trial' : 'live',
      passphrase: passphrase.value,
      passTypeId: values['pass-type-id'],
      teamId: values['team-id'],
    });
    const report = imported.ok
      ? { ok: true, ...describe(imported.value), ...expiryWarning(imported.value.certificate.notAfter, now) }
      : { ok: false, fault: imported.refusal.code, sentence: importSentence(imported.refusal) };
    if (values.json) io.out(JSON.stringify(report));
    else for (const [name, value] of Object.entries(report)) io.out(`${name.padEnd(12)} ${wordsOf(value)}`);
    return imported.ok ? 0 : 1;
  },
};

const config = {
  'passphrase-file': { type: 'string' },
  'pass-type-id': { type: 'string' },
  'team-id': { type: 'string' },
  trial: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

async function readFiles(paths: readonly string[], io: CliIo): Promise<KeyFile[] | undefined> {
  const files: KeyFile[] = [];
  for (const path of paths) {
    const content = await readForeignFile(path, mostBytesOf.key);
    if (!content) {
      io.err(`The file ${path} cannot be read.`);
      return undefined;
    }
    files.push({ name: basename(path), content });
  }
  return files;
}

function describe({ certificate }: ImportedCertificate) {
  const { passTypeId, teamId, notBefore, notAfter, fingerprint, isTrial } = certificate;
  return { passTypeId, teamId, notBefore, notAfter, fingerprint, isTrial };
}

function wordsOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'en' in value ? String(value.en) : String(value);
}
