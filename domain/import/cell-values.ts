import { type FieldValues, type ImportField, type ReadingPlan, statesOfBooking } from './import-fields.ts';
import { withBirthDateApart } from './name-and-birth-date.ts';
import { saysNo } from './says-no.ts';

/** The cells of a row by field. What exports write where there is nothing is absent. */
export function cellValues(cells: readonly string[], { columns }: Pick<ReadingPlan, 'columns'>): FieldValues {
  const values = new Map<ImportField, string>();
  for (const [index, field] of columns.entries()) {
    if (!field) continue;
    const text = plainText(cells[index] ?? '');
    if (isNothing(field, text)) continue;
    const known = values.get(field);
    // Of two columns of one field (landline and mobile) the first counts that holds anything of the kind.
    if (known === undefined || (field === 'phone' && !hasDigits(known) && hasDigits(text)))
      values.set(field, text);
    else if (statesOfBooking.has(field)) values.set(field, bothStates(field, known, text));
  }
  return withBirthDateApart(values);
}

/** Of two columns about a status both count; of those that answer yes or no the one that ends the booking. */
function bothStates(field: ImportField, known: string, other: string): string {
  if (field === 'appointmentStatus' || field === 'remark') return `${known}; ${other}`;
  return saysNo(known) === (field !== 'isActive') ? other : known;
}

/** `="01067"`, `=T("01067")` and `'01067` are how spreadsheets keep a zero; some programs put `'` around every cell. */
function plainText(cell: string): string {
  const text = withoutQuotes(cell.trim());
  if (text.startsWith('=')) return /^=(?:"(.*)"|T\("(.*)"\))$/i.exec(text)?.slice(1).join('').trim() ?? text;
  if (!text.startsWith("'")) return text;
  if (text.length > 1 && text.endsWith("'")) return text.slice(1, -1).trim();
  return /^'[+\d=@-]/.test(text) ? text.slice(1) : text;
}

/** `Berg, "Anna"`: quotes behind a blank are none to who splits the row. */
function withoutQuotes(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') && !text.slice(1, -1).includes('"')
    ? text.slice(1, -1).trim()
    : text;
}

const emptyWords =
  /^(?:null|\(null\)|\\n|nil|none|nan|undefined|#n\/?a|#nv|n\/a|n\.a\.|k\. ?a\.|keine angaben?|keine?|nicht (?:angegeben|bekannt|vorhanden)|unbekannt|unbek\.|unknown|\?+|aucune?|yok|brak)$/i;
/** There are people called Null, Nan and None: of a name only what no name looks like. */
const emptyNames = /^(?:NULL|\(null\)|\\N|#N\/?A|#NV|n\/a|k\. ?A\.)$/;
const names: ReadonlySet<ImportField> = new Set<ImportField>([
  'givenName',
  'familyName',
  'fullName',
  'fullNameGivenFirst',
  'nameAndBirthDate',
  'nameGivenFirstAndBirthDate',
]);

function isNothing(field: ImportField, text: string): boolean {
  if (text === '') return true;
  if (text.length > 16) return false;
  return (
    /^(?:[-–—]+|[-–—. ]*\/[-–—/. ]*)$/.test(text) || (names.has(field) ? emptyNames : emptyWords).test(text)
  );
}

function hasDigits(text: string): boolean {
  return text.replace(/\D/g, '').length >= 5;
}
