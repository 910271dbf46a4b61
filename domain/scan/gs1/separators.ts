/** The group separator that stands for FNC1 inside a GS1 message. */
export const groupSeparator = '\u001d';

/**
 * What printers, readers and people write where the separator should be. All of them but `<GS>` and `<FNC1>`
 * hold a character that no GS1 value may have, so nothing else can be meant.
 */
const spelled =
  /<(?:GS|FNC1)>|\{(?:GS|FNC1)\}|\[(?:GS|FNC1)\]|\\u001d|\\x1d|\\035|~d?029|\^\]|[ ~^|@\]\u241d\u2194]/gi;

/** The text with every spelling of the separator replaced by the separator itself. */
export function withPlainSeparators(text: string): string {
  return text.replace(spelled, groupSeparator);
}

/** Without separators in front (a remnant of the leading FNC1) and at the end (allowed, and meaningless). */
export function withoutOuterSeparators(text: string): string {
  let start = 0;
  let end = text.length;
  while (text.charAt(start) === groupSeparator) start++;
  while (end > start && text.charAt(end - 1) === groupSeparator) end--;
  return text.slice(start, end);
}
