import { describe, expect, it } from 'vitest';
import { feedHeadIsGenuine, feedStart, nextFeedHash, signFeedHead } from '../../../ledger/feed-head.ts';
import { openKeys, sealKeys } from '../../../ledger/key-box.ts';
import { keyPairOf, makeKeyPair, publicKeyOf, rawPrivateKey } from '../../../ledger/raw-keys.ts';

const head = 'a'.repeat(64);
const keys = [{ stream: 'person-1', key: Buffer.alloc(32, 7).toString('base64url') }];

describe('keys of persons on their way', () => {
  it('are opened by whom they were sealed for', async () => {
    const receiver = makeKeyPair('X25519');
    const box = await sealKeys(keys, receiver.publicKey, head);
    expect(await openKeys(box, receiver.privateKey, head)).toEqual(keys);
    expect(await openKeys(box, keyPairOf(receiver.der).privateKey, head)).toEqual(keys);
    expect(JSON.stringify(box)).not.toContain('person-1');
  });

  it('are opened by nobody else, with no other head and not after a change', async () => {
    const receiver = makeKeyPair('X25519');
    const box = await sealKeys(keys, receiver.publicKey, head);
    expect(await openKeys(box, makeKeyPair('X25519').privateKey, head)).toBeUndefined();
    expect(await openKeys(box, receiver.privateKey, 'b'.repeat(64))).toBeUndefined();
    const spoilt = { ...box, box: `${box.box.slice(0, -2)}AA` };
    expect(await openKeys(spoilt, receiver.privateKey, head)).toBeUndefined();
  });

  it('are sealed by the function that RFC 7748 and RFC 9180 describe', () => {
    // RFC 9180, A.1.1: the recipient's pair.
    const secret = '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8';
    const known = '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d';
    const der = Buffer.from(`302e020100300506032b656e04220420${secret}`, 'hex');
    const pair = keyPairOf(der);
    expect(Buffer.from(pair.publicKey).toString('hex')).toBe(known);
    expect(Buffer.from(rawPrivateKey(pair.privateKey)).toString('hex')).toBe(secret);
  });
});

describe("the head of a centre's feed", () => {
  it('is believed when headquarters signed it, and not after a change', () => {
    const pair = makeKeyPair('Ed25519');
    const signedAt = '2026-11-29T09:00:00.000Z';
    const signed = signFeedHead({ centre: 'nord', position: 7, hash: head, signedAt }, pair.privateKey);
    const key = publicKeyOf('Ed25519', pair.publicKey);
    expect(feedHeadIsGenuine(signed, key)).toBe(true);
    expect(feedHeadIsGenuine({ ...signed, position: 8 }, key)).toBe(false);
    expect(feedHeadIsGenuine({ ...signed, centre: 'sued' }, key)).toBe(false);
    expect(feedHeadIsGenuine(signed, publicKeyOf('Ed25519', makeKeyPair('Ed25519').publicKey))).toBe(false);
  });

  it('differs when two events change places, or one is left out', () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
    const both = nextFeedHash(nextFeedHash(feedStart, a), b);
    expect(nextFeedHash(nextFeedHash(feedStart, b), a)).not.toBe(both);
    expect(nextFeedHash(feedStart, b)).not.toBe(both);
  });
});
