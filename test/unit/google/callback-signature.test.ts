import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { lengthPrefixed, readWalletCallback } from '../../../issuing/google/callback-signature.ts';

const issuerId = '3388000000012345678';
const now = '2026-11-24T10:00:00.000Z' as Instant;
const nowMs = Date.parse(now);
const root = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const intermediate = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64');
const signed = (key: KeyObject, ...parts: string[]) =>
  sign('sha256', lengthPrefixed(...parts), key).toString('base64');

const sound = {
  message: {
    classId: `${issuerId}.impfpass-standard`,
    objectId: `${issuerId}.0123456789ABCDEF0123`,
    eventType: 'save',
    expTimeMillis: nowMs + 60_000,
    count: 1,
    nonce: 'n-1',
  } as Record<string, unknown>,
  protocol: 'ECv2SigningOnly',
  rootKey: root.privateKey,
  messageKey: intermediate.privateKey,
  recipient: issuerId,
  keyExpiration: String(nowMs + 3_600_000),
};

function sealed(change: Partial<typeof sound> = {}): string {
  const parts = { ...sound, ...change };
  const signedMessage = JSON.stringify(parts.message);
  const signedKey = JSON.stringify({
    keyValue: spki(intermediate.publicKey),
    keyExpiration: parts.keyExpiration,
  });
  return JSON.stringify({
    protocolVersion: parts.protocol,
    signature: signed(parts.messageKey, 'GooglePayPasses', parts.recipient, 'ECv2SigningOnly', signedMessage),
    intermediateSigningKey: {
      signedKey,
      signatures: [signed(parts.rootKey, 'GooglePayPasses', 'ECv2SigningOnly', signedKey)],
    },
    signedMessage,
  });
}

const rootKeys = [
  { keyValue: spki(root.publicKey), protocolVersion: 'ECv2SigningOnly', keyExpiration: String(nowMs + 1) },
];
const read = (body: string, keys = rootKeys) => readWalletCallback(body, { issuerId, rootKeys: keys, now });

describe('a callback of Google', () => {
  it('is believed when its signatures hold, with its nonce', () => {
    expect(read(sealed())).toMatchObject({ ok: true, value: { eventType: 'save', nonce: 'n-1' } });
  });

  it.each([
    ['is no JSON', () => read('<html>'), 'callback-malformed'],
    ['lacks a part', () => read('{"protocolVersion":"ECv2SigningOnly"}'), 'callback-malformed'],
    ['speaks another protocol', () => read(sealed({ protocol: 'ECv1' })), 'protocol-unknown'],
    [
      'is vouched for by somebody else',
      () => read(sealed({ rootKey: other.privateKey })),
      'intermediate-not-signed',
    ],
    [
      'is vouched for by a root key that ended',
      () =>
        read(
          sealed(),
          rootKeys.map((key) => ({ ...key, keyExpiration: String(nowMs - 1) })),
        ),
      'intermediate-not-signed',
    ],
    [
      'is signed with a key that ended',
      () => read(sealed({ keyExpiration: String(nowMs) })),
      'intermediate-expired',
    ],
    ['is signed by another key', () => read(sealed({ messageKey: other.privateKey })), 'signature-wrong'],
    ['was meant for another issuer', () => read(sealed({ recipient: '1' })), 'signature-wrong'],
    ['was changed on the way', () => read(sealed().replace('save', 'del')), 'signature-wrong'],
    [
      'is too old',
      () => read(sealed({ message: { ...sound.message, expTimeMillis: nowMs } })),
      'message-expired',
    ],
    [
      'is about a card of somebody else',
      () => read(sealed({ message: { ...sound.message, objectId: '1.A' } })),
      'issuer-other',
    ],
    [
      'names an unknown event',
      () => read(sealed({ message: { ...sound.message, eventType: 'x' } })),
      'callback-malformed',
    ],
  ] as const)('is not believed when it %s', (_why, run, code) => {
    expect(run()).toEqual({ ok: false, refusal: code });
  });
});
