/** An entry of a JSON bundle, still as text; or that it is too long to be one, or no object. */
export type BundleEntry = { readonly text: string } | { readonly fault: 'row-too-long' | 'resource-invalid' };

export interface BundleSplitter {
  push(text: string): BundleEntry[];
  /** Whether the text ended where JSON may end, and whether there was a bundle in it. */
  end(): 'whole' | 'cut-off' | 'no-bundle';
}

const MOST_CHARACTERS = 256 * 1024;

/**
 * Cuts the entries out of a FHIR bundle piece by piece, so that a bundle of any size is read in bounded memory: every
 * value of the array `entry` at the top.
 */
export function bundleSplitter(): BundleSplitter {
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let key = '';
  let entriesAt: number | undefined;
  let hasBegun = false;
  let hasEntries = false;
  /** After the bracket or a comma of the array: the next sign begins a value. */
  let isAwaiting = false;
  let entry: string | undefined;
  let entryLength = 0;

  const push = (text: string): BundleEntry[] => {
    const found: BundleEntry[] = [];
    let from = entry === undefined ? -1 : 0;
    for (let at = 0; at < text.length; at++) {
      const letter = text[at] ?? '';
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (letter === '\\') isEscaped = true;
        else if (letter === '"') isInString = false;
        else if (depth === 1 && key.length < 20) key += letter;
        continue;
      }
      if (isAwaiting && letter.trim() !== '') {
        isAwaiting = false;
        if (letter !== '{' && letter !== ']') found.push({ fault: 'resource-invalid' });
      }
      if (letter === ',' && depth === entriesAt) isAwaiting = true;
      if (letter === '"') {
        isInString = true;
        if (depth === 1) key = '';
      } else if (letter === '{' || letter === '[') {
        hasBegun = true;
        if (letter === '[' && depth === 1 && key === 'entry') {
          entriesAt = 2;
          hasEntries = true;
          isAwaiting = true;
        }
        if (letter === '{' && entriesAt === depth && entry === undefined) {
          entry = '';
          entryLength = 0;
          from = at;
        }
        depth += 1;
      } else if (letter === '}' || letter === ']') {
        depth -= 1;
        if (entry !== undefined && depth === entriesAt && letter === '}') {
          const rest = text.slice(from, at + 1);
          found.push(
            entryLength + rest.length > MOST_CHARACTERS ? { fault: 'row-too-long' } : { text: entry + rest },
          );
          entry = undefined;
          from = -1;
        }
        if (letter === ']' && depth === 1) entriesAt = undefined;
      }
    }
    if (entry !== undefined && from >= 0) {
      const rest = text.slice(from);
      entryLength += rest.length;
      if (entryLength <= MOST_CHARACTERS) entry += rest;
    }
    return found;
  };
  return {
    push,
    end: () => (!hasBegun || !hasEntries ? 'no-bundle' : depth === 0 && !isInString ? 'whole' : 'cut-off'),
  };
}
