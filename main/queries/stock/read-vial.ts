import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { recogniseVial } from '../../../domain/scan/recognise-scan.ts';
import type { Reads } from '../../context.ts';
import { vialCodes } from '../../store/tables/products/vial-codes.ts';

/** What the code of a vial or box says; of several readings the first that is one. */
export function readVialCode(
  { db, now }: Pick<Reads, 'db' | 'now'>,
  texts: readonly string[],
): ChannelOutput<'stock.read-vial'> {
  const referenceYear = Number(now().slice(0, 4));
  for (const text of texts) {
    const read = recogniseVial(text, { referenceYear, isTyped: false });
    if (!read.ok || (read.value.kind !== 'gs1' && read.value.kind !== 'ppn')) continue;
    const { lot, expiry, gtin, pzn, serial } = read.value;
    const productCode = gtin ?? pzn;
    const productId = productCode === undefined ? undefined : vialCodes(db).get(productCode);
    return {
      isVial: true,
      ...(productId ? { productId } : {}),
      ...(productCode ? { productCode } : {}),
      ...(lot ? { lot } : {}),
      ...(expiry ? { expiresOn: expiry } : {}),
      ...(serial ? { serial } : {}),
    };
  }
  return { isVial: false };
}
