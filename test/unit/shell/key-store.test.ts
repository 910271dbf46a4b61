import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keyFaultSentences, keyFromKeyStore, type SafeStorage } from '../../../main/shell/key-store.ts';

/** A key store that turns every byte round: enough to see that the file holds no key in clear. */
function keyStore(more: Partial<SafeStorage> = {}): SafeStorage {
  const turn = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => turn(Buffer.from(text)),
    decryptString: (wrapped) => turn(wrapped).toString(),
    ...more,
  };
}

function directory(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'station-key-'));
}

test('a live centre keeps its key wrapped, and gets the same one each time', () => {
  const dir = directory();
  const first = keyFromKeyStore(dir, keyStore());
  const again = keyFromKeyStore(dir, keyStore());
  expect(first).toEqual(again);
  expect(first.ok && first.key).toMatch(/^[0-9a-f]{64}$/);
  const wrapped = readFileSync(path.join(dir, 'station.key.wrapped'));
  expect(wrapped.toString('latin1')).not.toContain(first.ok ? first.key : '');
});

test.each([
  ['there is no key store', { isEncryptionAvailable: () => false }, 'no-key-store'],
  [
    'the key store keeps keys in clear',
    { getSelectedStorageBackend: () => 'basic_text' },
    'key-store-in-clear',
  ],
] as const)('a live centre does not start where %s, and makes nothing', (_, more, fault) => {
  const dir = directory();
  expect(keyFromKeyStore(dir, keyStore(more))).toEqual({ ok: false, fault });
  expect(keyFaultSentences[fault].de).toMatch(/\.$/);
  expect(keyFaultSentences[fault].en).toMatch(/\.$/);
});

test('no new key is made beside a database that exists', () => {
  const dir = directory();
  writeFileSync(path.join(dir, 'station.db'), 'somebody');
  expect(keyFromKeyStore(dir, keyStore())).toEqual({ ok: false, fault: 'key-missing' });
});

test('a key store that does not open the key is said, and the key file stays', () => {
  const dir = directory();
  keyFromKeyStore(dir, keyStore());
  const refuses = keyStore({
    decryptString: () => {
      throw new Error('locked');
    },
  });
  expect(keyFromKeyStore(dir, refuses)).toEqual({ ok: false, fault: 'key-not-unwrapped' });
  expect(keyFromKeyStore(dir, keyStore()).ok).toBe(true);
});
