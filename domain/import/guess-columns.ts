import { readClock } from '../kernel/read-clock.ts';
import { bareNumbers, fieldByHeader, headerKeyOf, looseNumbers } from './header-names.ts';
import {
  type ColumnMapping,
  type DateOrder,
  type ImportField,
  inSeveral,
  type ReadingPlan,
} from './import-fields.ts';
import { endsWithDay } from './name-and-birth-date.ts';

type Row = readonly string[];

/** What the first rows of a file suggest: whether the first is a header, and what each column holds. */
export function guessPlan(rows: readonly Row[]): ReadingPlan {
  const [first = [], ...others] = rows;
  const hasHeader = headersIn(first) > 0;
  const body = hasHeader ? others : rows;
  const columns = hasHeader ? onlyOnce(byHeader(first, body)) : first.map(() => undefined);
  return { hasHeader, columns: withGuesses(columns, body), dateOrder: dateOrderIn(body, columns) };
}

/** How many cells of a row name a column; none where it has a date, as people have. */
export function headersIn(row: Row): number {
  return row.some(isDate) ? 0 : row.filter((cell) => fieldByHeader(cell) !== undefined).length;
}

function byHeader(header: Row, body: readonly Row[]): ColumnMapping {
  const cellsOf = (index: number) =>
    body.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
  const columns = header.map((cell, index): ImportField | undefined => {
    const name = headerKeyOf(cell);
    const field = fieldByHeader(cell);
    if (bareNumbers.has(name))
      return fieldByHeader(header[index - 1] ?? '') === 'street' ? 'houseNumber' : undefined;
    if ((looseNumbers.has(name) || field === 'appointmentId') && isRunning(cellsOf(index))) return undefined;
    const isNoTime = name === 'von' && !cellsOf(index).every((each) => readClock(each) !== undefined);
    if (isNoTime) return undefined;
    // `Patient Geburtsdatum` may be the date of birth alone.
    if (field === 'nameAndBirthDate' && cellsOf(index).length > 0 && cellsOf(index).every(isDate))
      return 'birthDate';
    // `Geburtstag` is a day of the month in one list and the whole date in the next.
    return field === 'birthDay' && cellsOf(index).some(isDate) ? 'birthDate' : field;
  });
  return withOneName(withBirthDates(columns, body), body);
}

/** A column of names that all end with a day, where no other column has the birth date. */
function withBirthDates(columns: ColumnMapping, body: readonly Row[]): ColumnMapping {
  if (columns.includes('birthDate') || columns.includes('birthYear')) return columns;
  return columns.map((field, index) => {
    if (field !== 'fullName' && field !== 'fullNameGivenFirst') return field;
    const cells = body.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
    const dated = cells.filter(endsWithDay).length;
    if (dated === 0 || dated * 10 < cells.length * 8) return field;
    return field === 'fullName' ? 'nameAndBirthDate' : 'nameGivenFirstAndBirthDate';
  });
}

/** 1, 2, 3 …: the list counts its rows. */
function isRunning(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, at) => Number(cell) === Number(cells[0]) + at);
}

/** `Name` is the family name beside a given name, the given name beside a family name, and alone the whole one. */
function withOneName(columns: ColumnMapping, body: readonly Row[]): ColumnMapping {
  const whole = columns.indexOf('fullName');
  if (whole < 0) return columns;
  const [given, family] = [columns.indexOf('givenName'), columns.indexOf('familyName')];
  const settled = (): ImportField | undefined => {
    if (given >= 0) return family >= 0 ? undefined : 'familyName';
    if (family < 0) return 'fullName';
    return body.some((row) => row[family] && row[whole]?.includes(row[family])) ? undefined : 'givenName';
  };
  const field = settled();
  return columns.map((each, index) => (index === whole ? field : each));
}

/** A field that two columns claim stays with the first; of phone numbers, and of what ends a booking, each row has its own choice. */
function onlyOnce(columns: ColumnMapping): ColumnMapping {
  return columns.map((field, index) =>
    field && !inSeveral.has(field) && columns.indexOf(field) < index ? undefined : field,
  );
}

/** Columns that no name told, by what stands in them: only what cannot be mistaken. */
function withGuesses(columns: ColumnMapping, body: readonly Row[]): ColumnMapping {
  const taken = new Set(columns.filter((field) => field !== undefined));
  return columns.map((field, index) => {
    if (field) return field;
    const cells = body.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
    const guess = cells.length > 0 ? contents.find(([, fits]) => cells.every(fits))?.[0] : undefined;
    if (!guess || taken.has(guess)) return undefined;
    taken.add(guess);
    return guess;
  });
}

const contents: readonly [ImportField, (cell: string) => boolean][] = [
  ['email', (cell) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(cell)],
  ['insuranceNumber', (cell) => /^[A-Z]\d{9}$/.test(cell)],
  ['phone', (cell) => /^(\+|00?)[\d ()/-]{6,}$/.test(cell)],
  ['birthDate', (cell) => isDate(cell) && Number(/\d{4}/.exec(cell)?.[0] ?? 0) <= 2015],
  ['postcode', (cell) => /^\d{5}$/.test(cell)],
  ['sex', (cell) => /^(m|w|d|f|männlich|weiblich|divers|male|female|diverse)$/i.test(cell)],
];

function isDate(cell: string): boolean {
  return /^(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})$/.test(cell.trim());
}

/** Month first only where the file proves it: a second part above 12, and no first part above 12. */
function dateOrderIn(body: readonly Row[], columns: ColumnMapping): DateOrder {
  let isMonthFirst = false;
  for (const row of body)
    for (const [index, cell] of row.entries()) {
      if (!columns[index] && columns.length > 0 && columns.some(Boolean)) continue;
      const parts = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(cell.trim());
      if (!parts) continue;
      if (Number(parts[1]) > 12) return 'day-first';
      if (Number(parts[2]) > 12) isMonthFirst = true;
    }
  return isMonthFirst ? 'month-first' : 'day-first';
}
