import type { KeyObject } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type KeyBox, type StreamKeys, streamKeys } from '../contracts/sync/wire-event.ts';
import { rawPrivateKey } from './raw-keys.ts';

/** RFC 9180, base mode. */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const info = bytesOf(Buffer.from('impfpass key box 1'));

/** Seals keys of persons for whoever holds the private part of `exchangeKey` (X25519, 32 bytes). */
export async function sealKeys(keys: StreamKeys, exchangeKey: Uint8Array, headHash: string): Promise<KeyBox> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytesOf(exchangeKey));
  const clear = bytesOf(Buffer.from(JSON.stringify(keys)));
  const sealed = await suite.seal({ recipientPublicKey, info }, clear, bytesOf(Buffer.from(headHash)));
  return { enc: textOf(sealed.enc), box: textOf(sealed.ct) };
}

/** The keys in a box; undefined when it was sealed for another, goes with another head or was altered. */
export async function openKeys(
  box: KeyBox,
  exchangeKey: KeyObject,
  headHash: string,
): Promise<StreamKeys | undefined> {
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(bytesOf(rawPrivateKey(exchangeKey)));
    const clear = await suite.open(
      { recipientKey, enc: bytesOf(Buffer.from(box.enc, 'base64url')), info },
      bytesOf(Buffer.from(box.box, 'base64url')),
      bytesOf(Buffer.from(headHash)),
    );
    return streamKeys.parse(JSON.parse(Buffer.from(clear).toString('utf8')));
  } catch {
    return undefined;
  }
}

function textOf(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64url');
}

/** WebCrypto wants bytes that fill their buffer. */
function bytesOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
