/** Why a recorded dose counts no more. */
export type VoidReason = 'wrong-person' | 'not-given' | 'wrong-entry' | 'other';
