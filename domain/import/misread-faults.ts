import { isOfOneAlphabet } from './alphabets.ts';
import { shown } from './check-texts.ts';
import type { ColumnMapping, ImportField } from './import-fields.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** The bytes 0x80 to 0xbf as Windows-1252 reads them: what stands behind the first byte of a UTF-8 character. */
const behind = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';

/**
 * UTF-8 that was read as Windows-1252: `GrÃ¼n` for Grün, `YÄ±ldÄ±z` for Yıldız. A capital before a dash or an
 * apostrophe (`ANDRÉ–MARIE`) may be a name; letters of other scripts are known by two that stand together.
 */
const misread = new RegExp(
  [
    `[ÂÃ]${behind}`,
    `[ÄÅ](?![–’])${behind}`,
    'È[˜™š›]',
    `[Æ-ÖØ-Ý×]${behind}[Æ-ÖØ-Ý×]${behind}`,
    `[à-ï]${behind}{2}`,
    `ð${behind}{3}`,
  ].join('|'),
  'u',
);

/**
 * What stands in no name of any language, though each sign is a letter or a sign of Windows-1252: bytes of another
 * encoding. `KŠthe` and `MŸller` are of an old Mac, `J„ger` and `M\u0081ller` of DOS, `Èâàíîâ` is Cyrillic.
 */
const ofNoName = new RegExp(
  [
    '(?<!(?:^|[^\\p{L}])(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|O))\\p{Ll}[À-ÞŒŠŸŽ]',
    'Ÿ\\p{Ll}',
    '\\p{L}[‚„“”]\\p{L}',
    '\\p{L}[†‡•…‰‹›ˆ˜™¡-©«-³µ¶¸¹»-¿×÷]',
    '[†‡•…‰™§¶¿¡]\\p{L}',
    '[^\\u0000-\\u007f\\p{L}\\p{M}\\p{N}\\p{Cf}\\p{Z}’‘“”„‐-–·†✝]|[ﬁﬂƒ]',
    '[À-ÖØ-öø-ÿ]{4}',
    // Turkish that was read as Windows-1252: `Yýlmaz`, `Ayþe`, `Þükrü`, `Ýbrahim`. Icelandic has þ before o, u, r and j alone
    // within a word, and neither ü nor ç.
    '(?<!\\p{L})(?:Yý|Ý(?![mr]|$))',
    '\\p{L}þ(?![oórujúyý])',
    '[Þþ]\\p{L}*[üçÜÇ]|[üçÜÇ]\\p{L}*[Þþð]',
    '\\p{Script=Latin}\\p{Script=Cyrillic}|\\p{Script=Cyrillic}\\p{Script=Latin}',
    // Another Cyrillic encoding changes large and small over, Arabic and Hebrew become Greek; Greek letters become words without a vowel.
    '(?=\\p{Script=Cyrillic})\\p{Ll}(?=\\p{Script=Cyrillic})\\p{Lu}',
    '(?=\\p{Script=Greek})\\p{Ll}(?=\\p{Script=Greek})\\p{Lu}',
    '(?<!\\p{L})(?=\\p{Script=Greek})\\p{Ll}',
    '(?<!\\p{L})[БВГДЖЗЙКЛМНПРСТФХЦЧШЩЬЪбвгджзйклмнпрстфхцчшщьъ]{5,}(?!\\p{L})',
  ].join('|'),
  'u',
);

/** Letters beyond ASCII that every text in this part of the world has, once it is read right. */
const sound = /[äöüÄÖÜßéèçşğıłńřžš](?![\u0080-\u00bf])/;

/** Whether UTF-8 was written as UTF-8 once more, all of it. */
export function isDoubled(text: string): boolean {
  return misread.test(text) && !sound.test(text.replace(new RegExp(misread.source, 'gu'), ''));
}

/** Columns that say something a wrong letter spoils without being refused for it. */
const spoilt: ReadonlySet<ImportField> = new Set<ImportField>([
  'givenName',
  'familyName',
  'fullName',
  'fullNameGivenFirst',
  'nameAndBirthDate',
  'nameGivenFirstAndBirthDate',
  'street',
  'city',
  'centre',
]);

const names: ReadonlySet<ImportField> = new Set<ImportField>([
  'givenName',
  'familyName',
  'fullName',
  'fullNameGivenFirst',
  'nameAndBirthDate',
  'nameGivenFirstAndBirthDate',
]);

function isOfNoLanguage(cell: string): boolean {
  return cell.split(/[^\p{L}\p{M}]+/u).some((word) => !isOfOneAlphabet(word));
}

/** `M?ller`: a program wrote what its encoding could not hold. */
const lost = /\p{L}\?\p{L}/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: most cells have nothing else, and are done with
const onlyAscii = /^[\u0000-\u007f]*$/;

/**
 * Cells whose letters were read by the wrong encoding: lists put together from two sources have rows in another one
 * among the rest. Cells as they stand in the file, untrimmed: a hard space may be half of a letter.
 */
export function misreadFaults(cells: readonly string[], columns: ColumnMapping): RowFault[] {
  return columns.flatMap((field, index) => {
    const cell = cells[index] ?? '';
    if (!field || !spoilt.has(field)) return [];
    if (lost.test(cell)) return [rowFault('character-unreadable', field, shown(cell))];
    if (onlyAscii.test(cell)) return [];
    const isWrong = misread.test(cell) || (names.has(field) && (ofNoName.test(cell) || isOfNoLanguage(cell)));
    return isWrong ? [rowFault('other-encoding', field, shown(cell))] : [];
  });
}
