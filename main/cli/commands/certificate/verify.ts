import { createReadStream, existsSync } from 'node:fs';
import { certificateSentence } from '../../../../issuing/certificate/refusal-texts.ts';
import { parseTrustList } from '../../../../issuing/certificate/trust/trust-list.ts';
import { verifyCertificate } from '../../../../issuing/certificate/verify-certificate.ts';
import { mostBytesOf, readForeignText } from '../../../read-foreign-file.ts';
import { evaluateBatch } from '../../certificate-batch.ts';
import type { CliCommand, CliIo } from '../../cli-command.ts';
import { readOptions } from '../../options.ts';

export const command: CliCommand = {
  summary: 'verifies a signed certificate (EU HCERT, SMART Health Card)',
  usage: 'station certificate verify (--text T --trust FILE [--at TIME] [--json] | --batch [FILE])',
  async run(args, io) {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = { text, trust: text, at: text, json: flag, batch: flag };
    const words = readOptions(args, options, command.usage, io);
    if (!words) return 2;
    const { values, positionals } = words;
    if (values.batch) {
      const [file] = positionals;
      if (file !== undefined && !existsSync(file)) {
        io.err(`The file ${file} cannot be read.`);
        return 2;
      }
      return evaluateBatch(file === undefined ? io.stdin : createReadStream(file), Date.now, io);
    }
    if (values.text === undefined || values.trust === undefined) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    const atMs = values.at === undefined ? Date.now() : Date.parse(values.at);
    return verifyOne({ text: values.text, trustFile: values.trust, atMs, isJson: values.json ?? false }, io);
  },
};

interface One {
  readonly text: string;
  readonly trustFile: string;
  readonly atMs: number;
  readonly isJson: boolean;
}

async function verifyOne({ text, trustFile, atMs, isJson }: One, io: CliIo): Promise<number> {
  const file = await readForeignText(trustFile, mostBytesOf.trustList);
  if (file === undefined || Number.isNaN(atMs)) {
    io.err(file === undefined ? `The file ${trustFile} cannot be read.` : 'The time is not ISO 8601.');
    return 2;
  }
  const trust = parseTrustList(file);
  if (!trust.ok) {
    io.err(trust.refusal.sentence.en);
    return 2;
  }
  const verified = verifyCertificate(text, trust.value, atMs);
  const answer = verified.ok
    ? { ok: true, ...verified.value }
    : { ok: false, ...verified.refusal, sentence: certificateSentence(verified.refusal.reason).en };
  if (isJson) io.out(JSON.stringify(answer));
  else if (verified.ok) io.out(`Valid, issued by ${verified.value.issuer}.`);
  else io.out(certificateSentence(verified.refusal.reason).en);
  return verified.ok ? 0 : 1;
}
