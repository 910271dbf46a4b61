import type { Gs1Refusal } from './gs1-refusal.ts';
import { fitsPattern, type Identifier } from './identifiers.ts';

export interface Element {
  readonly ai: string;
  readonly value: string;
}

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
  return undefined;
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
