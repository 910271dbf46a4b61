import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { recogniseVial } from '../../../domain/scan/recognise-scan.ts';

/** What the code of a vial fills into the dose form. */
export interface Vial {
  readonly lot?: string;
  readonly expiresOn?: PlainDate;
  /** GTIN or PZN: which product it is, where the code tells. */
  readonly productCode?: string;
  /** The vial's own number, where its code has one. */
  readonly serial?: string;
}

/** The vial among the readings of a scan; undefined where none of them is one that names its lot. */
export function readVial(texts: readonly string[], referenceYear: number): Vial | undefined {
  for (const text of texts) {
    const read = recogniseVial(text, { referenceYear, isTyped: false });
    if (!read.ok || (read.value.kind !== 'gs1' && read.value.kind !== 'ppn')) continue;
    const { lot, expiry, gtin, pzn, serial } = read.value;
    if (lot === undefined) continue;
    const productCode = gtin ?? pzn;
    return {
      lot,
      ...(expiry ? { expiresOn: expiry } : {}),
      ...(productCode ? { productCode } : {}),
      ...(serial ? { serial } : {}),
    };
  }
  return undefined;
}
