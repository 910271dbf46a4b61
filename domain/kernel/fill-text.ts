import { ownValue } from './own-value.ts';

/** A text with values in place of its placeholders: `{name}`. One that has no value stays as it is. */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => ownValue(values, name) ?? whole);
}
