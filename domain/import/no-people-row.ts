import { isEmptyRow } from './read-person-row.ts';

/** What programs print below and between the rows of a table: `Summe: 485`, `Seite 2 von 3`, `Stand: 12.11.2026`. */
const footer =
  /^(?:summe|gesamt(?:zahl|summe)?|insgesamt|anzahl|total|sum|count|seite|page|stand|ausgedruckt|gedruckt|druckdatum|erstellt|ende der liste|end of list)(?:$|[\s:=.])/i;
const figures = /^[\d\s.,:/-]*$/;

/**
 * Whether a row is about nobody: the header once more, as on top of each printed page, or what stands below a table. Of
 * a row that may be a broken one about somebody nothing is passed over.
 */
export function isAboutNobody(cells: readonly string[], header: readonly string[]): boolean {
  if (!isEmptyRow(header) && isSameRow(cells, header)) return true;
  const [first = '', ...others] = cells.filter((cell) => cell.trim() !== '');
  return footer.test(first.trim()) && others.every((cell) => figures.test(cell));
}

function isSameRow(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((cell, at) => cell.trim() === other[at]?.trim());
}
