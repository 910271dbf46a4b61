/**
 * Why somebody is vaccinated, in the categories of the STIKO (Epidemiologisches Bulletin 4, table 2: S, I, B, R), by which
 * statutory insurers are billed, too (Schutzimpfungs-Richtlinie, annex 1). `other` is what none of them names.
 */
export const indications = ['standard', 'risk-group', 'occupational', 'travel', 'other'] as const;
export type Indication = (typeof indications)[number];

/** The letter of the category; `other` has none there. */
export const indicationCodes: Readonly<Record<Indication, string>> = {
  standard: 'S',
  'risk-group': 'I',
  occupational: 'B',
  travel: 'R',
  other: 'sonstige',
};
