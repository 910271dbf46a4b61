/** Scripts whose letters are drawn alike: a name of two of them reads as another than it is. */
const alikeScripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Lisu}/u,
] as const;

/** Most names have nothing else, and look like what they are. */
const plainlyLatin = /^[ -~\u00c0-\u024f]*$/;

/** A word of nothing but Cyrillic or Greek letters that are drawn as Latin ones. */
const looksLatin = /^[АВЕЅІЈКМНОРСТУХҮабсԁеһіјѕкорпԛуѵԝхүΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυικρχ]+$/u;

/** Latin letters in another dress: wide, of formulas, in circles. No keyboard writes a name with them, and no search finds it. */
const dressedUp = /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7cb}\u24b6-\u24e9\u2102-\u2138]/u;

/** Letters and signs that nobody sees; marks of direction are taken out elsewhere, variants of a sign are seen. */
const neverSeen = new RegExp(
  [
    '(?!\\p{Variation_Selector}|[\\u061c\\u200c-\\u200f])\\p{Default_Ignorable_Code_Point}',
    '(?<!\\p{Script=Han}|\\p{Script=Mongolian})\\p{Variation_Selector}',
  ].join('|'),
  'u',
);

/** The two that some scripts need to join or part their letters; between others nobody sees them either. */
const outOfPlace = new RegExp(
  ['(?<!S|\\p{M})[\\u200c\\u200d]', '[\\u200c\\u200d](?!S|\\p{M})']
    .join('|')
    .replaceAll('S', scriptsThatJoin()),
  'u',
);

function scriptsThatJoin(): string {
  const scripts =
    'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam';
  const more = 'Sinhala Khmer Myanmar Tibetan Nko Mandaic';
  return `[${`${scripts} ${more}`
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]`;
}

/** Whether names, given and family name together, are not what they look like. */
export function isDeceptiveName(...names: readonly string[]): boolean {
  if (names.every((name) => plainlyLatin.test(name))) return false;
  if (names.some((name) => [neverSeen, outOfPlace, dressedUp].some((sign) => sign.test(name)))) return true;
  const words = names.flatMap((name) => name.split(/[^\p{L}\p{M}]+/u)).filter((word) => word !== '');
  if (words.some((word) => alikeScripts.filter((script) => script.test(word)).length > 1)) return true;
  return words.some((word) => /\p{Script=Latin}/u.test(word)) && words.some((word) => looksLatin.test(word));
}
