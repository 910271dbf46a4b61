import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { isLot } from '../../../domain/vaccination/lot.ts';
import type { ScannedVial } from './scanned-vial.ts';

/** What came in, as far as it is entered. */
export interface Delivery {
  readonly productId: string;
  readonly lot: string;
  readonly expiresOn: string;
  readonly vials: number | '';
  readonly thawedOn: string;
  readonly fridgeId: string;
  readonly source: string;
  readonly how: 'scanned' | 'typed';
  readonly productCode?: string;
  readonly serial?: string;
}

export const emptyDelivery: Delivery = {
  productId: '',
  lot: '',
  expiresOn: '',
  vials: '',
  thawedOn: '',
  fridgeId: '',
  source: '',
  how: 'typed',
};

/** The code says vaccine, lot and expiry; how many came, from whom and where they lie it does not. */
export function withScan({ vials, fridgeId, source }: Delivery, scan: ScannedVial): Delivery {
  return {
    ...emptyDelivery,
    vials,
    fridgeId,
    source,
    productId: scan.productId ?? '',
    lot: scan.lot ?? '',
    expiresOn: scan.expiresOn ?? '',
    how: 'scanned',
    ...(scan.productCode ? { productCode: scan.productCode } : {}),
    ...(scan.serial ? { serial: scan.serial } : {}),
  };
}

/** What is sent; undefined while something is missing or cannot be. */
export function receiptOf(delivery: Delivery): Omit<ChannelInput<'stock.receive'>, 'requestId'> | undefined {
  const { productId, vials, source, how, productCode, serial, fridgeId } = delivery;
  const lot = delivery.lot.trim();
  const expiresOn = parsePlainDate(delivery.expiresOn);
  const thawedOn = parsePlainDate(delivery.thawedOn);
  if (productId === '' || vials === '' || vials < 1 || !isLot(lot) || !expiresOn || source.trim() === '')
    return undefined;
  return {
    productId,
    lot,
    vials,
    expiresOn,
    source,
    how,
    ...(thawedOn ? { thawedOn } : {}),
    ...(fridgeId === '' ? {} : { fridgeId }),
    ...(productCode ? { productCode } : {}),
    ...(serial ? { serial } : {}),
  };
}
