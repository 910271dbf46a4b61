/** Invisible characters that turn the direction of the text around them. */
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const [firstStrongIsolate, popIsolate] = ['\u2068', '\u2069'];
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** Free text as it is taken in: none of the characters by which one value could make its neighbours read otherwise. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(marks, '');
}

/** A value within a sentence: whatever its script, and whatever was stored once, the words around it stay in order. */
export function isolated(text: string): string {
  const plain = withoutDirectionMarks(text);
  return rightToLeft.test(plain) ? `${firstStrongIsolate}${plain}${popIsolate}` : plain;
}
