/** Which dose a cell names, from 1 on; 0 for a number that is none, undefined for words that name no number. */
export function readDose(written: string): number | undefined {
  const text = written.trim().toLowerCase();
  const number = numbered.exec(text);
  if (number) return Number(number[1] ?? number[2]);
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(text.replace(/\.$/, ''));
  if (roman >= 0) return roman + 1;
  const word = /^(\p{L}+?)(?:[ -]?(?:impfung|impftermin|termin|dosis|dose|shot))?$/u.exec(text)?.[1] ?? '';
  const at = ordinals.findIndex((words) => words.includes(word));
  return at < 0 ? undefined : at + 1;
}

/** `2`, `2.`, `2,0`, `2. Impfung`, `2nd dose`, `2/2`, `2 von 3`, `Dosis 2`, `D2`. */
const numbered =
  /^(?:(\d{1,2})(?:[.,]0*)?(?:st|nd|rd|th)?(?:\s*(?:dosis|impfung|impftermin|termin|dose|shot))?(?:\s*(?:\/|von|of)\s*\d{1,2})?|(?:dosis|impfung|impftermin|termin|dose|d|nr\.?)\s*(\d{1,2}))$/;

const ordinals: readonly (readonly string[])[] = [
  ['erst', 'erste', 'ersten', 'erster', 'first'],
  ['zweit', 'zweite', 'zweiten', 'zweiter', 'second'],
  ['dritt', 'dritte', 'dritten', 'dritter', 'third'],
  ['viert', 'vierte', 'vierten', 'vierter', 'fourth'],
];
