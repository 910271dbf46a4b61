import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { type ChainHead, signChainHead } from '../../../ledger/chain-head.ts';
import type { ReadableDb, WritableDb } from '../database.ts';

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
    const { station, epoch } = who;
    const head = signChainHead(
      { station, epoch, seq: last.seq, hash: last.hash, signed_at: who.now },
      who.privateKey,
    );
    keepHead(db, head);
  });
}

/** Keeps a signed head that was found genuine. */
export function keepHead(db: WritableDb, head: ChainHead): void {
  db.run(
    `INSERT INTO chain_head (station, epoch, seq, hash, signed_at, signature) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`,
    head.station,
    head.epoch,
    head.seq,
    head.hash,
    head.signed_at,
    head.signature,
  );
}

export function signedHeads(db: ReadableDb): ChainHead[] {
  return db.all<ChainHead>('SELECT * FROM chain_head ORDER BY station, epoch, seq');
}

/** The station's key as the store keeps it: PKCS#8 DER. */
export function stationKeyOf(der: Uint8Array): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
