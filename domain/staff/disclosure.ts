import {
  type DisclosureKind,
  firstDisclosureKinds,
  fourthDisclosureKinds,
  secondDisclosureKinds,
  thirdDisclosureKinds,
} from './disclosure-kind.ts';
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
  if (first) return [{ type: 'DataDisclosed', version: 1, data: { kind: first, people } }];
  const second = secondDisclosureKinds.find((each) => each === kind);
  if (second) return [{ type: 'DataDisclosed', version: 2, data: { kind: second, people } }];
  const third = thirdDisclosureKinds.find((each) => each === kind);
  if (third) return [{ type: 'DataDisclosed', version: 3, data: { kind: third, people } }];
  const fourth = fourthDisclosureKinds.find((each) => each === kind);
  if (fourth) return [{ type: 'DataDisclosed', version: 4, data: { kind: fourth, people } }];
  return [{ type: 'DataDisclosed', version: 5, data: { kind, people } }];
}
