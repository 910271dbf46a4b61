import type { DisclosureKind } from './disclosure-kind.ts';
import type { DataDisclosed } from './events.ts';

/** What is given out, and about how many people. */
export interface Disclosure {
  readonly kind: DisclosureKind;
  readonly people: number;
}

/** A file about nobody gives nothing out. */
export function decideDisclosure({ kind, people }: Disclosure): DataDisclosed[] {
  return people > 0 ? [{ type: 'DataDisclosed', version: 1, data: { kind, people } }] : [];
}
