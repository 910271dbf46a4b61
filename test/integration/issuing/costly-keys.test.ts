import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSentence } from '../../../issuing/keys/import-texts.ts';
import { type KeyFile, readKeyFiles } from '../../../issuing/keys/read-key-files.ts';
import { createKeyReader } from '../../../main/wallets/key-reader.ts';

const passphrase = 'korrekt pferd batterie';
/** What the files of this test ask for, as DER writes it: 100,000 rounds. */
const rounds = Buffer.from('0203 0186a0'.replace(' ', ''), 'hex');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'costly-'));
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'k.pem',
    '-out',
    'c.pem',
    '-subj',
    '/CN=x',
  );
  openssl(
    'pkcs12',
    '-export',
    '-in',
    'c.pem',
    '-inkey',
    'k.pem',
    '-out',
    'k.p12',
    '-iter',
    '100000',
    '-passout',
    pass,
  );
  for (const [name, ...how] of [
    ['pbkdf2.pem', '-v2', 'aes-256-cbc', '-iter', '100000'],
    ['scrypt.pem', '-scrypt', '-scrypt_N', '16384', '-scrypt_r', '8', '-scrypt_p', '1'],
  ] as const)
    openssl('pkcs8', '-topk8', '-in', 'k.pem', '-out', name, '-passout', pass, ...how);
});
afterAll(() => rmSync(folder, { recursive: true }));

const pass = `pass:${passphrase}`;
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const fromDisk = (name: string): Buffer => readFileSync(join(folder, name));
const file = (name: string, content: Buffer): KeyFile => ({ name, content: new Uint8Array(content) });

/** The same file, asking for so many rounds wherever it says so in the open. */
function withRounds(content: Buffer, hex: string): Buffer {
  const changed = Buffer.from(content);
  for (let at = changed.indexOf(rounds); at >= 0; at = changed.indexOf(rounds, at + 5))
    changed.write(hex, at + 2, 'hex');
  return changed;
}

function inPem(name: string, change: (der: Buffer) => Buffer): Buffer {
  const [begin = '', ...lines] = fromDisk(name).toString().trim().split('\n');
  const end = lines.pop();
  const der = change(Buffer.from(lines.join(''), 'base64'));
  return Buffer.from(`${begin}\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n${end}\n`);
}

describe('a file of keys that asks for much hashing', () => {
  test.each(['k.p12', 'pbkdf2.pem', 'scrypt.pem'])('%s opens as exports usually are', (name) => {
    const read = readKeyFiles([file(name, fromDisk(name))], passphrase);
    expect(read.ok && read.value.keys).toHaveLength(1);
  });

  test.each([
    ['PKCS#12', () => withRounds(fromDisk('k.p12'), '7fffff')],
    ['PKCS#12 for its MAC alone', () => macAlone(fromDisk('k.p12'))],
    ['PEM', () => inPem('pbkdf2.pem', (der) => withRounds(der, '7fffff'))],
    ['PEM with scrypt', () => inPem('scrypt.pem', (der) => moreScrypt(der))],
  ])('is refused before any of it: %s', async (_, made) => {
    const costly = file('k', made());
    const before = performance.now();
    const read = readKeyFiles([costly], passphrase);
    expect(performance.now() - before).toBeLessThan(500);
    expect(read).toEqual({ ok: false, refusal: { code: 'protection-too-costly', name: 'k' } });
    expect(importSentence({ code: 'protection-too-costly', name: 'k' }).de).toMatch(/neu exportieren\.$/);
    expect(await createKeyReader().read([costly], passphrase)).toEqual(read);
  });

  test('is given up after its time where the work lies hidden, and the next file is read', async () => {
    const reader = createKeyReader(20);
    const first = reader.read([file('k', fromDisk('k.p12'))], passphrase);
    expect(await first).toEqual({ ok: false, refusal: { code: 'protection-too-costly', name: 'k' } });
    const patient = createKeyReader();
    const [one, other] = await Promise.all([
      patient.read([file('k', fromDisk('k.p12'))], passphrase),
      patient.read([file('k', fromDisk('k.p12'))], 'wrong'),
    ]);
    expect(one.ok && [one.value.keys.length, one.value.certificates.length]).toEqual([1, 1]);
    expect(other).toEqual({ ok: false, refusal: { code: 'passphrase-wrong', name: 'k' } });
  });
});

/** The number of the MAC stands last. */
function macAlone(content: Buffer): Buffer {
  const changed = Buffer.from(content);
  changed.write('7fffff', changed.lastIndexOf(rounds) + 2, 'hex');
  return changed;
}

/** N = 2^14, r = 8, p = 1, and then p = 127. */
function moreScrypt(der: Buffer): Buffer {
  const changed = Buffer.from(der);
  changed.write('7f', changed.indexOf(Buffer.from('02024000020108020101', 'hex')) + 9, 'hex');
  return changed;
}
