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

/** Columns that say something a wrong letter spoils without being refused for it. */
const spoilt: ReadonlySet<ImportField> = new Set<ImportField>([
  'givenName',
  'familyName',
  'street',
  'city',
  'centre',
]);

/**
 * What speaks against a row of a file that is read as Windows-1252: lists put together from two sources have rows in
 * UTF-8 among others. Cells as they stand in the file, untrimmed: a hard space may be half of a letter.
 */
export function misreadFaults(cells: readonly string[], columns: ColumnMapping): RowFault[] {
  return columns.flatMap((field, index) => {
    const cell = cells[index] ?? '';
    return field && spoilt.has(field) && misread.test(cell)
      ? [rowFault('other-encoding', field, shown(cell))]
      : [];
  });
}
