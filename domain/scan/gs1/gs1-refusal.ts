/** Why a GS1 code is refused. */
export type Gs1Reason =
  | 'ai-unknown'
  | 'ai-repeated'
  | 'ai-missing-companion'
  | 'ai-forbidden-companion'
  | 'value-missing'
  | 'value-too-short'
  | 'value-too-long'
  | 'value-out-of-range'
  | 'character-foreign'
  | 'check-digit-wrong'
  | 'company-prefix-wrong'
  | 'date-invalid'
  | 'time-invalid'
  | 'country-unknown'
  | 'currency-unknown'
  | 'package-type-unknown'
  | 'percent-encoding-wrong'
  | 'coupon-malformed'
  | 'separator-lost'
  | 'link-malformed';

export interface Gs1Refusal {
  readonly reason: Gs1Reason;
  /** The identifier concerned, and for companions the one that is missing or in the way. */
  readonly ai?: string;
  readonly companion?: string;
}
