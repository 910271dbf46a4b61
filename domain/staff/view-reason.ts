/** Why a record was opened. Codes only: free words about it could say something about the person's health. */
export const viewReasons = [
  'check-in',
  'vaccination',
  'appointment',
  'correction',
  'duplicates',
  'hand-over',
  'question',
  'disclosure',
  'supervision',
] as const;
export type ViewReason = (typeof viewReasons)[number];
