import type { KeyRecord, WedgeBurst } from './key-record.ts';
import { idleWedge, stepWedge, type WedgeEffect, wakeWedge } from './wedge-machine.ts';

/** The scans in a recording of key events; what a person typed is left out. */
export function burstsOf(records: readonly KeyRecord[]): WedgeBurst[] {
  const effects: WedgeEffect[] = [];
  let state = idleWedge;
  for (const record of records) {
    const step = stepWedge(state, record, 'page');
    effects.push(...step.effects);
    state = step.state;
  }
  effects.push(...wakeWedge(state, Number.POSITIVE_INFINITY).effects);
  return effects.flatMap((effect) => (effect.kind === 'scan' ? [effect.burst] : []));
}
