/** Why a code of the German pharmacy syntax (IFA) is refused. */
export type PpnReason =
  | 'separator-missing'
  | 'identifier-unknown'
  | 'identifier-repeated'
  | 'value-missing'
  | 'value-too-long'
  | 'character-foreign'
  | 'check-digit-wrong'
  | 'date-invalid'
  | 'product-missing';

export interface PpnRefusal {
  readonly reason: PpnReason;
  /** The data identifier concerned, for instance `9N`. */
  readonly di?: string;
}
