import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

/** The station's word that its chain stood here at that time. */
export interface ChainHead {
  readonly station: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly signed_at: string;
  readonly signature: Uint8Array;
}

/** Signs where the station's chain stands now (Ed25519). Does nothing when that head is signed already. */
export function signHead(
  db: WritableDb,
  who: { station: string; epoch: number; privateKey: KeyObject; now: Instant },
): void {
  db.transact(() => {
    const last = db.first<{ seq: number; hash: Uint8Array }>(
      'SELECT seq, hash FROM event WHERE station = ? AND epoch = ? ORDER BY seq DESC LIMIT 1',
      who.station,
      who.epoch,
    );
    if (!last) return;
    const head = {
      station: who.station,
      epoch: who.epoch,
      seq: last.seq,
      hash: last.hash,
      signed_at: who.now,
    };
    db.run(
      `INSERT INTO chain_head (station, epoch, seq, hash, signed_at, signature) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING`,
      head.station,
      head.epoch,
      head.seq,
      head.hash,
      head.signed_at,
      sign(null, headText(head), who.privateKey),
    );
  });
}

export function signedHeads(db: ReadableDb): ChainHead[] {
  return db.all<ChainHead>('SELECT * FROM chain_head ORDER BY station, epoch, seq');
}

export function headIsGenuine(head: ChainHead, publicKey: KeyObject): boolean {
  return verify(null, headText(head), publicKey, head.signature);
}

/** The station's key as the store keeps it: PKCS#8 DER. */
export function stationKeyOf(der: Uint8Array): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function headText(head: Omit<ChainHead, 'signature'>): Buffer {
  const hash = Buffer.from(head.hash).toString('hex');
  return Buffer.from(JSON.stringify([head.station, head.epoch, head.seq, hash, head.signed_at]));
}
