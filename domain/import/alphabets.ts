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
  'àáâãăèéêìíĩòóôõơùúũưýđ',
  'čćěłńóřŕšśžź',
  'çňşýž',
  'ċġħżàèìòù',
  'ŵŷâêîôûáéíóú',
].map((letters) => new Set(letters));

/** Of German names in every language: `Müllerová`, `Bäckerné`. A dotted capital I in lower case has a sign of its own. */
const everywhere = new Set('äöüß\u0307');

/** Whether there is a language that has all letters of a word. Vietnamese letters with two marks are let through. */
export function isOfOneAlphabet(word: string): boolean {
  const letters = lettersBeyond(word);
  if (letters.length < 2 || letters.some((letter) => letter > '\u024f')) return true;
  return alphabets.some((alphabet) => letters.every((letter) => alphabet.has(letter)));
}

/** In how many languages names must be written, at least, for all of them to be right. */
export function alphabetsNeeded(words: Iterable<string>): number {
  let open = [...new Set(words)].map(lettersBeyond).filter((letters) => letters.length > 0);
  open = open.filter((letters) => alphabets.some((alphabet) => hasAll(alphabet, letters)));
  let needed = 0;
  while (open.length > 0) {
    const left = alphabets.map((alphabet) => open.filter((letters) => !hasAll(alphabet, letters)));
    open = left.reduce((best, each) => (each.length < best.length ? each : best));
    needed += 1;
  }
  return needed;
}

function lettersBeyond(word: string): string[] {
  return [...word.normalize('NFC').toLowerCase()].filter(
    (letter) => letter > '\u007f' && !everywhere.has(letter),
  );
}

function hasAll(alphabet: ReadonlySet<string>, letters: readonly string[]): boolean {
  return letters.every((letter) => alphabet.has(letter));
}
