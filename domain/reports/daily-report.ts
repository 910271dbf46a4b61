import { productOf } from '../products/catalogue.ts';
import { indicationCodes } from '../vaccination/indication.ts';
import type { ReportedDose } from './reported-dose.ts';

/**
 * What the daily German report (DIM) asked for about one dose. Its successor has no published profile yet; the facts are
 * those of § 13 (5) IfSG. Empty is what the station does not know.
 */
export interface DailyReportRow {
  /** The same for all doses of one person at this station, and of nobody else; it leads back to nobody. */
  readonly pseudonym: string;
  /** `YYYY-MM`, or the year alone where no more is known. */
  readonly birthMonth: string;
  readonly sex: string;
  readonly postcode: string;
  /** District of the centre (Landkreis, five digits of the AGS). That of the person follows from the postcode at the receiver. */
  readonly district: string;
  readonly centre: string;
  readonly givenOn: string;
  readonly ordinal: number;
  readonly product: string;
  readonly atcCode: string;
  readonly lot: string;
  /** The letter of the STIKO's category (`indicationCodes`). */
  readonly indication: string;
}

export const dailyReportFields = [
  'pseudonym',
  'birthMonth',
  'sex',
  'postcode',
  'district',
  'centre',
  'givenOn',
  'ordinal',
  'product',
  'atcCode',
  'lot',
  'indication',
] as const satisfies readonly (keyof DailyReportRow)[];

/** What comes from outside: a rule knows no key and no setting. */
export function dailyReportRow(
  dose: ReportedDose,
  { pseudonym, centre, district }: Pick<DailyReportRow, 'pseudonym' | 'centre' | 'district'>,
): DailyReportRow {
  const product = productOf(dose.productId);
  return {
    pseudonym,
    birthMonth: dose.birthDate?.slice(0, 7) ?? '',
    sex: dose.sex ?? '',
    postcode: dose.postcode ?? '',
    district,
    centre,
    givenOn: dose.givenOn,
    ordinal: dose.ordinal,
    product: product?.name ?? dose.productId,
    atcCode: product?.atcCode ?? '',
    lot: dose.lot,
    indication: dose.indication ? indicationCodes[dose.indication] : '',
  };
}

/** In which forms it can be had (interchange/reports). */
export const dailyReportForms = ['dim-csv', 'dim-json'] as const;
export type DailyReportForm = (typeof dailyReportForms)[number];
