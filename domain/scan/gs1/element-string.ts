import { accept, type Result, refuse } from '../../kernel/result.ts';
import type { Element } from './associations.ts';
import { checkValue } from './check-value.ts';
import type { Gs1Refusal } from './gs1-refusal.ts';
import { identifierAt } from './identifiers.ts';
import { groupSeparator, withoutOuterSeparators } from './separators.ts';

/**
 * Cuts a message into its elements where its separators are right: values of predefined length end by
 * themselves, all others at a separator or at the end.
 */
export function readElementString(
  message: string,
  referenceYear: number,
): Result<readonly Element[], Gs1Refusal> {
  const text = withoutOuterSeparators(message);
  const elements: Element[] = [];
  let position = 0;
  while (position < text.length) {
    const identifier = identifierAt(text, position);
    if (!identifier) return refuse({ reason: 'ai-unknown', ai: text.slice(position, position + 4) });
    const { ai, isPredefined, maxLength } = identifier;
    const start = position + ai.length;
    const separator = text.indexOf(groupSeparator, start);
    const fieldEnd = separator < 0 ? text.length : separator;
    const end = isPredefined ? Math.min(start + maxLength, fieldEnd) : fieldEnd;
    const value = text.slice(start, end);
    const reason = checkValue(identifier, value, referenceYear);
    if (reason) return refuse({ reason, ai });
    elements.push({ ai, value });
    position = end === separator ? end + 1 : end;
  }
  return elements.length === 0 ? refuse({ reason: 'value-missing' }) : accept(elements);
}

/** A message from its elements, with a separator where one is needed: the reverse of `readElementString`. */
export function writeElementString(elements: readonly Element[]): string {
  return elements
    .map(({ ai, value }, index) => {
      const isLast = index === elements.length - 1;
      const needsSeparator = !isLast && !identifierAt(ai, 0)?.isPredefined;
      return ai + value + (needsSeparator ? groupSeparator : '');
    })
    .join('');
}
