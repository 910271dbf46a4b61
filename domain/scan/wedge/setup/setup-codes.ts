/** What the printed test codes say. The assistant knows it and compares what arrives. */
export const setupCodes = {
  /** Every character that differs between the layouts of Germany, Austria, Switzerland, France and the US. */
  layout: 'Impfpass-Test 1: zyZY aqAQ wW mM ;/_(7)?]+',
  /** A separator in the middle, as on vials. */
  separator: 'Impfpass-Test 2: A\u001dB',
} as const;

export type SetupCode = keyof typeof setupCodes;
