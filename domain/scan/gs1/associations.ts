import type { Gs1Refusal } from './gs1-refusal.ts';
import { fitsPattern, type Identifier } from './identifiers.ts';

export interface Element {
  readonly ai: string;
  readonly value: string;
}

/** Keys whose number may lack its serial part; a digital signature (8030) signs only serialised ones. */
const serialPartAfter: ReadonlyMap<string, number> = new Map([
  ['253', 13],
  ['255', 13],
  ['8003', 14],
]);

/** Whether the identifiers of one message may stand together: what each requires, excludes and repeats. */
export function checkAssociations(
  elements: readonly Element[],
  identifierOf: (ai: string) => Identifier | undefined,
): Gs1Refusal | undefined {
  const values = new Map<string, string>();
  for (const { ai, value } of elements) {
    if ((values.get(ai) ?? value) !== value) return { reason: 'ai-repeated', ai };
    values.set(ai, value);
  }
  const present = [...values.keys()];
  for (const ai of present) {
    const identifier = identifierOf(ai);
    const refusal = identifier && (checkExcluded(identifier, present) ?? checkRequired(identifier, present));
    if (refusal) return refusal;
  }
  return checkSignature(values);
}

function checkExcluded({ ai, excludes }: Identifier, present: readonly string[]): Gs1Refusal | undefined {
  const companion = present.find(
    (other) => other !== ai && excludes.some((pattern) => fitsPattern(other, pattern)),
  );
  return companion === undefined ? undefined : { reason: 'ai-forbidden-companion', ai, companion };
}

function checkRequired({ ai, requires }: Identifier, present: readonly string[]): Gs1Refusal | undefined {
  const missing = requires.find(
    (groups) =>
      !groups.some((group) =>
        group.every((pattern) => present.some((other) => other !== ai && fitsPattern(other, pattern))),
      ),
  );
  const companion = missing?.map((group) => group.join('+')).join(',');
  return missing === undefined ? undefined : { reason: 'ai-missing-companion', ai, companion };
}

function checkSignature(values: ReadonlyMap<string, string>): Gs1Refusal | undefined {
  if (!values.has('8030')) return undefined;
  for (const [ai, keyLength] of serialPartAfter)
    if ((values.get(ai)?.length ?? Number.POSITIVE_INFINITY) <= keyLength)
      return { reason: 'ai-missing-companion', ai: '8030', companion: ai };
  return undefined;
}
