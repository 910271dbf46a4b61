import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type CertificateRequest,
  createCertificateRequest,
} from '../../../../issuing/keys/certificate-request.ts';
import { requestTexts } from '../../../../issuing/keys/import-texts.ts';
import type { CliCommand, CliIo } from '../../cli-command.ts';
import { readOptions } from '../../options.ts';
import { readPassphrase } from '../../read-passphrase.ts';

export const command: CliCommand = {
  summary: 'makes a key and the request that Apple turns into a pass certificate (no Mac needed)',
  usage:
    'station pass-certificate request --out DIR --organisation NAME --email MAIL [--country DE] [--passphrase-file F] [--json]',
  async run(args, io) {
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { out, organisation = '', email = '', country = 'DE', json = false } = words.values;
    if (out === undefined) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    const passphrase = await readPassphrase(words.values['passphrase-file'], io);
    if (!passphrase.ok) return 2;
    const asked = { organisation, email, country, passphrase: passphrase.value };
    const made = await createCertificateRequest(asked);
    if (!made.ok) {
      const sentence = requestTexts[made.refusal];
      if (json) io.out(JSON.stringify({ ok: false, fault: made.refusal, sentence }));
      io.err(sentence.en);
      return 1;
    }
    return keep(made.value, resolve(out), passphrase.value !== undefined, json, io);
  },
};

const config = {
  out: { type: 'string' },
  organisation: { type: 'string' },
  email: { type: 'string' },
  country: { type: 'string' },
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Never over an earlier key: Apple may still answer the request that was made with it. */
async function keep(
  made: CertificateRequest,
  folder: string,
  isEncrypted: boolean,
  isJson: boolean,
  io: CliIo,
): Promise<number> {
  const [request, privateKey] = [join(folder, 'pass.csr'), join(folder, 'pass-key.pem')];
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(privateKey, made.privateKeyPem, { flag: 'wx', mode: 0o600 });
    await writeFile(request, made.requestPem, { flag: 'wx' });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const sentence = isThere
      ? `There is a key or a request in ${folder} already; it is kept. Choose another directory.`
      : `Nothing could be written to ${folder}.`;
    if (isJson) io.out(JSON.stringify({ ok: false, fault: isThere ? 'already-there' : 'not-writable' }));
    io.err(sentence);
    return 1;
  }
  if (isJson) io.out(JSON.stringify({ ok: true, request, privateKey, isEncrypted }));
  else {
    io.out(`Upload ${request} at Apple (Certificates, Pass Type ID) and keep ${privateKey} safe.`);
    if (!isEncrypted)
      io.out('The key is not encrypted: give a --passphrase-file for one that leaves this machine.');
  }
  return 0;
}
