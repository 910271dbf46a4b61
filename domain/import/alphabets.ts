/** What each language that names here are written in has beyond the letters of English, in small letters. */
const alphabets = [
  'àâæçéèêëîïôœùûÿ',
  'áàâãçéèêíïñóòôõú',
  'àèéìòù',
  'åæøéèáíóúýðþ',
  'ąćęłńóśźż',
  'áčďéěíĺľňóôŕřšťúůýž',
  'áéíóőúű',
  'čćđšž',
  'çğışâîûə',
  'ăâîșțşţ',
  'ąčęėįšųūž',
  'āčēģīķļņšūžŗō',
  'õšžé',
  'çëéïèê',
].map((letters) => new Set(letters));

/** Of German names in every language: `Müllerová`, `Bäckerné`. A dotted capital I in lower case has a sign of its own. */
const everywhere = new Set('äöüß\u0307');

/** Whether there is a language that has all letters of a word. Vietnamese, with several marks on a letter, is let through. */
export function isOfOneAlphabet(word: string): boolean {
  const letters = [...word.normalize('NFC').toLowerCase()].filter(
    (letter) => letter > '\u007f' && !everywhere.has(letter),
  );
  if (letters.length < 2 || letters.some((letter) => letter > '\u024f')) return true;
  return alphabets.some((alphabet) => letters.every((letter) => alphabet.has(letter)));
}
