import { type DisclosureKind, firstDisclosureKinds } from './disclosure-kind.ts';
import type { DataDisclosed } from './events.ts';

/** What is given out, and about how many people. */
export interface Disclosure {
  readonly kind: DisclosureKind;
  readonly people: number;
}

/** A file about nobody gives nothing out. In the first version that can say it. */
export function decideDisclosure({ kind, people }: Disclosure): DataDisclosed[] {
  if (people <= 0) return [];
  const first = firstDisclosureKinds.find((each) => each === kind);
  return [
    first
      ? { type: 'DataDisclosed', version: 1, data: { kind: first, people } }
      : { type: 'DataDisclosed', version: 2, data: { kind, people } },
  ];
}
