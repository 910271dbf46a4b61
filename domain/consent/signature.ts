/** The drawn lines of a signature: each is x, y, x, y, … in units of its field (`signatureField`), whole numbers. */
export type Signature = readonly (readonly number[])[];

/** The field that somebody signs in, in units of its own whatever the screen shows it at. */
export const signatureField = { width: 600, height: 180 } as const;

/** More than anybody's name takes; what is drawn beyond it is no signature. */
export const mostStrokes = 80;
export const mostNumbers = 4000;

/** A dot or a stray touch is none. */
const LEAST_UNITS = 25;

/** Whether this can be kept as a signature: within the field, within bounds, and more than a touch. */
export function isSignature(strokes: Signature): boolean {
  const numbers = strokes.flat();
  if (strokes.length === 0 || strokes.length > mostStrokes || numbers.length > mostNumbers) return false;
  if (strokes.some((stroke) => stroke.length === 0 || stroke.length % 2 !== 0)) return false;
  const across = numbers.filter((_, index) => index % 2 === 0);
  const down = numbers.filter((_, index) => index % 2 === 1);
  return (
    isWithin(across, signatureField.width) &&
    isWithin(down, signatureField.height) &&
    (reach(across) >= LEAST_UNITS || reach(down) >= LEAST_UNITS)
  );
}

function isWithin(numbers: readonly number[], most: number): boolean {
  return numbers.every((each) => Number.isInteger(each) && each >= 0 && each <= most);
}

function reach(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
}
