import { type KeyObject, sign, verify } from 'node:crypto';

/** The station's word that its chain stood here at that time. */
export interface ChainHead {
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly signed_at: string;
  readonly signature: Uint8Array;
}

/** Signs where a chain stands (Ed25519). */
export function signChainHead(head: Omit<ChainHead, 'signature'>, privateKey: KeyObject): ChainHead {
  return { ...head, signature: sign(null, textOf(head), privateKey) };
}

export function headIsGenuine(head: ChainHead, publicKey: KeyObject): boolean {
  return verify(null, textOf(head), publicKey, head.signature);
}

function textOf(head: Omit<ChainHead, 'signature'>): Buffer {
  const hash = Buffer.from(head.hash).toString('hex');
  return Buffer.from(JSON.stringify([head.station, head.epoch, head.seq, hash, head.signed_at]));
}
