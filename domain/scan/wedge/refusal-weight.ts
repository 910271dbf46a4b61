import type { ScanRefusal } from '../scanned.ts';

/**
 * How much a refusal tells of what was scanned. Keys read in a wrong layout are noise that is no code of any kind;
 * a text with the mark of a kind that is merely cut off, split or without separators was read in the right one.
 */
export function refusalWeight({ reason }: ScanRefusal): number {
  if (wellRead.has(reason)) return 3;
  if (reason.startsWith('ppn-') || reason === 'certificate-foreign') return 2;
  // An identifier that nobody knows is what any noise begins with; a known one with a wrong value is none.
  if (reason.startsWith('gs1-') && reason !== 'gs1-ai-unknown' && reason !== 'gs1-character-foreign')
    return 2;
  return reason.startsWith('gs1-') || reason === 'certificate-characters' ? 1 : 0;
}

const wellRead: ReadonlySet<ScanRefusal['reason']> = new Set<ScanRefusal['reason']>([
  'certificate-truncated',
  'health-card-in-parts',
  'ppn-separator-missing',
]);
