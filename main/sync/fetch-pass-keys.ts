import { passKeysAnswer, passKeysLabel } from '../../contracts/sync/pull-contract.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { openKeys } from '../../ledger/key-box.ts';
import type { BarcodeKeys } from '../barcode-keys.ts';
import type { Writes } from '../context.ts';
import type { SyncTrouble } from '../store/settings.ts';
import { exchangeKeyOf } from './exchange-key.ts';
import type { HeadquartersClient } from './headquarters-client.ts';

/** Learns the keys that barcodes of headquarters' passes are tagged with; answers how many there are. */
export async function fetchPassKeys(
  { db, barcodeKeys }: Pick<Writes, 'db'> & { readonly barcodeKeys: BarcodeKeys },
  client: HeadquartersClient,
  signal?: AbortSignal,
): Promise<Result<number, SyncTrouble>> {
  const answered = await client.ask('/sync/v1/pass-keys', passKeysAnswer, { signal });
  if (!answered.ok) return answered;
  const keys = await openKeys(answered.value.keys, exchangeKeyOf(db).privateKey, passKeysLabel);
  if (!keys) return refuse('not-genuine');
  for (const { stream, key } of keys)
    barcodeKeys.learn({ keyId: Number(stream), secret: Buffer.from(key, 'base64url') });
  return accept(keys.length);
}
