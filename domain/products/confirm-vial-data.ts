import type { ProductId, StaffId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { productOf } from './catalogue.ts';
import type { VialDataConfirmed } from './events.ts';
import { type VialData, vialDataOf } from './vial-data.ts';

/** What a doctor answers for: hours and days are absent where a vial is used at once or is never frozen. */
export type ConfirmableVialData = Pick<VialData, 'dosesPerVial' | 'usableHours' | 'thawDays' | 'source'>;

export const mostVialDoses = 50;
export const mostUsableHours = 72;
export const mostThawDays = 366;

/** Confirms the data of a product's vials, as they are shipped or as the source in the hand says. */
export function decideConfirmVialData(
  productId: ProductId,
  told: ConfirmableVialData,
  approvedBy?: StaffId,
): Result<VialDataConfirmed[], 'product-unknown' | 'vial-source-missing'> {
  if (!productOf(productId)) return refuse('product-unknown');
  const source = told.source.trim();
  if (source === '') return refuse('vial-source-missing');
  const { formulation } = vialDataOf(productId);
  const data = { ...told, source, productId, formulation, ...(approvedBy ? { approvedBy } : {}) };
  return accept([{ type: 'VialDataConfirmed', version: 1, data }]);
}

/** The data that hold at a centre: what was confirmed there, else what is shipped. */
export function vialDataAtCentre(productId: ProductId, confirmed: ConfirmableVialData | undefined): VialData {
  const { formulation, countsFrom, ...shipped } = vialDataOf(productId);
  return { formulation, ...(countsFrom ? { countsFrom } : {}), ...(confirmed ?? shipped) };
}
