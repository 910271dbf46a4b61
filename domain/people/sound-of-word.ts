/**
 * How a folded word sounds (Kölner Phonetik, Postel 1969), as digits. In one pass over the letters: an import asks for
 * two words of each of half a million people.
 */
export function soundOfWord(word: string): string {
  const letters = lettersOf(word);
  let sound = '';
  let last = '';
  for (let at = 0; at < letters.length; at += 1)
    for (const code of codeOf(letters, at)) {
      // Of equal neighbours one counts, and vowels at the beginning alone.
      if (code !== last && (code !== '0' || sound === '')) sound += code;
      last = code;
    }
  return sound;
}

function lettersOf(word: string): string {
  if (/^[a-z]*$/.test(word)) return word;
  return word
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => plain[letter] ?? '')
    .replace(/[^a-z]/g, '');
}

const plain: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' };

function codeOf(letters: string, at: number): string {
  const letter = letters[at] ?? '';
  const next = letters[at + 1] ?? '';
  switch (letter) {
    case 'd':
    case 't':
      return isOneOf('csz', next) ? '8' : '2';
    case 'k':
    case 'q':
      return next === 'x' ? '8' : '4';
    case 'x':
      return isOneOf('ckq', letters[at - 1]) ? '8' : '48';
    case 'p':
      return next === 'h' ? '3' : '1';
    case 'c':
      return codeOfC(letters, at);
    default:
      return codes[letter] ?? '';
  }
}

function codeOfC(letters: string, at: number): string {
  const [before, next, afterNext] = [letters[at - 1], letters[at + 1], letters[at + 2]];
  if (next === 'x' || isOneOf('sz', before)) return '8';
  if (next === undefined) return at === 0 ? '8' : '4';
  // A k or q before x is no k any more.
  if (isOneOf('kq', next) && afterNext === 'x') return '8';
  return isOneOf(at === 0 ? 'ahkloqrux' : 'ahkoqux', next) ? '4' : '8';
}

function isOneOf(letters: string, letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && letters.includes(letter);
}

const codes: Readonly<Record<string, string>> = {
  ...each('aeijouy', '0'),
  ...each('b', '1'),
  ...each('fvw', '3'),
  ...each('g', '4'),
  ...each('l', '5'),
  ...each('mn', '6'),
  ...each('r', '7'),
  ...each('sz', '8'),
};

function each(letters: string, code: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, code]));
}
