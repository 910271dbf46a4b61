import { recogniseScan, type ScanContext } from '../recognise-scan.ts';
import type { KeyRecord, WedgeBurst } from './key-record.ts';
import { readWedge, type ScannerSetup } from './read-wedge.ts';

export interface WithLead {
  /** The whole scan. */
  readonly burst: WedgeBurst;
  /** The keys that turned out to be its first: they are taken back from where they went. */
  readonly taken: readonly KeyRecord[];
}

/**
 * A scan whose first keys came as slowly as a person's: they belong to it where it is a code with them. By chance
 * that never happens: codes have a length, a check digit or a mark of their own.
 */
export function takeLead(
  burst: WedgeBurst,
  context: Omit<ScanContext, 'isTyped'>,
  setup?: ScannerSetup,
): WithLead {
  const { lead = [], ...rest } = burst;
  for (let first = 0; first < lead.length; first++) {
    const taken = lead.slice(first);
    const records = [...taken, ...burst.records];
    const read = readWedge({ records }, (text) => recogniseScan(text, { ...context, isTyped: false }), setup);
    if (read.kind === 'read') return { burst: { ...rest, records }, taken };
  }
  return { burst: rest, taken: [] };
}
