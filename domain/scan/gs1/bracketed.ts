import { accept, type Result, refuse } from '../../kernel/result.ts';
import type { Element } from './associations.ts';
import { checkValue } from './check-value.ts';
import type { Gs1Refusal } from './gs1-refusal.ts';
import { identifiers } from './identifiers.ts';
import { withoutOuterSeparators, withPlainSeparators } from './separators.ts';

/** Whether a text is written as under the bars: `(01)04150123456782(10)ABC`. */
export function looksBracketed(text: string): boolean {
  return /^\s*\(\d{2,4}\)/.test(text);
}

/**
 * The elements of a message in plain AI syntax. A bracket inside a value may be escaped (`\(`); blanks and
 * separators around values do not count.
 */
export function readBracketed(text: string, referenceYear: number): Result<readonly Element[], Gs1Refusal> {
  const [, ...parts] = text.split(/(?<!\\)\((\d{2,4})\)/);
  const elements: Element[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const ai = parts[i] ?? '';
    const value = trimmed(parts[i + 1] ?? '').replaceAll('\\(', '(');
    const identifier = identifiers.get(ai);
    if (!identifier) return refuse({ reason: 'ai-unknown', ai });
    const reason = checkValue(identifier, value, referenceYear);
    if (reason) return refuse({ reason, ai });
    elements.push({ ai, value });
  }
  return elements.length === 0 ? refuse({ reason: 'value-missing' }) : accept(elements);
}

/** The reverse of `readBracketed`. */
export function writeBracketed(elements: readonly Element[]): string {
  return elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('');
}

function trimmed(value: string): string {
  return withoutOuterSeparators(withPlainSeparators(value.trim()));
}
