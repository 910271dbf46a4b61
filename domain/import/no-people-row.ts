import { isEmptyRow } from './read-person-row.ts';

/** What programs print below and between the rows of a table: `Summe: 485`, `Seite 2 von 3`, `Stand: 12.11.2026`. There are people called Page and Sum. */
const footer =
  /^(?:(?:ausgedruckt|gedruckt|druckdatum|erstellt|ende der liste|end of list)(?:$|[\s:=.])|(?:summe|gesamt(?:zahl|summe)?|insgesamt|anzahl|total|sum|count|seite|page|stand)(?:$|\s?[:=.]|\s(?:\d|(?:am|vom|der|aller|of)\s|datens|zeile|eintr|person|patient|termine|rows?\b|records?\b|entries\b)))/i;
/** `1 Datensatz`, `(485 rows affected)`, `--- Ende ---`. */
const counted =
  /^(?:\(?\d{1,7}\s{1,9}(?:datens[aä]tze?|zeilen?|einträge?|personen?|patienten|termine?|rows?|records?|entries)\b.{0,20}|[-–—=* ]{2,60}(?:ende|end)\b.{0,20})$/i;
/** What is drawn below the header of a table made of text. */
const ruler = /^[-–—=_+:\s|]*$/;
const figures = /^[\d\s.,:/-]*$/;

/**
 * Whether a row is about nobody: the header once more, as on top of each printed page, or what stands below a table. Of
 * a row that may be a broken one about somebody nothing is passed over.
 */
export function isAboutNobody(cells: readonly string[], header: readonly string[]): boolean {
  if (!isEmptyRow(header) && isSameRow(cells, header)) return true;
  const [first = '', ...others] = cells.filter((cell) => cell.trim() !== '');
  if (others.length === 0 && counted.test(first.trim())) return true;
  if (first !== '' && [first, ...others].every((cell) => ruler.test(cell))) return true;
  return footer.test(first.trim()) && others.every((cell) => figures.test(cell));
}

/** Some programs write the header of the next page in capitals. */
function isSameRow(one: readonly string[], other: readonly string[]): boolean {
  const plain = (cell = '') => cell.trim().toLowerCase();
  return one.length === other.length && one.every((cell, at) => plain(cell) === plain(other[at]));
}
