import type { DoseWarning } from './events.ts';

/** What nobody goes on with alone: it takes a reason and a second person. */
export const graveWarnings = [
  'dose-already-today',
  'too-early',
  'series-complete',
  'too-young',
  'too-old',
  'lot-expired',
  'second-record',
  'severe-reaction',
] as const satisfies readonly DoseWarning[];

export function isGrave(warning: string): boolean {
  return graveWarnings.some((grave) => grave === warning);
}
