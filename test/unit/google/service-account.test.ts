import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readServiceAccount, serviceAccountSentences } from '../../../issuing/google/service-account.ts';
import { testGoogleAccount, testMail } from '../../support/google-account.ts';

const good = () => JSON.parse(Buffer.from(testGoogleAccount().file).toString('utf8'));
const read = (change: object) => readServiceAccount(Buffer.from(JSON.stringify({ ...good(), ...change })));
const ecKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

describe('the file of a service account', () => {
  it('is read with its address and key', () => {
    expect(readServiceAccount(testGoogleAccount().file)).toMatchObject({
      ok: true,
      value: { mail: testMail },
    });
  });

  it.each([
    ['a picture', () => readServiceAccount(Uint8Array.of(0x89, 0x50)), 'not-a-json-file'],
    ['a number', () => readServiceAccount(Buffer.from('12')), 'not-a-json-file'],
    ['some other JSON', () => read({ type: 'external_account' }), 'not-a-service-account'],
    ['an OAuth client', () => readServiceAccount(Buffer.from('{"web":{}}')), 'oauth-client-file'],
    ['a person', () => read({ type: 'authorized_user' }), 'oauth-client-file'],
    ['one without address', () => read({ client_email: undefined }), 'mail-missing'],
    ['one without key', () => read({ private_key: '' }), 'key-missing'],
    ['one with a broken key', () => read({ private_key: 'x' }), 'key-unreadable'],
    [
      'one with another kind of key',
      () => read({ private_key: ecKey.export({ type: 'pkcs8', format: 'pem' }) }),
      'key-not-rsa',
    ],
  ] as const)('is refused when it is %s, in words', (_what, run, code) => {
    expect(run()).toEqual({ ok: false, refusal: code });
    expect(serviceAccountSentences[code].de).toMatch(/\.$/);
  });
});
