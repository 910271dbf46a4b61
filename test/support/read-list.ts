import { namesPeople } from '../../domain/import/names-people.ts';
import { csvReader } from '../../main/import/csv-reader.ts';
import { lookAtCsv } from '../../main/import/look-at-csv.ts';
import { rowContext } from './row-context.ts';

/** The three columns that every list needs. */
export const peopleHeader = 'Nachname;Vorname;Geburtsdatum';

/** A list of one person with one more column. */
export function withCell(header: string, cell: string): string {
  return `${peopleHeader};${header}\r\nBerg;Anna;12.03.1985;"${cell.replaceAll('"', '""')}"\r\n`;
}

/**
 * A file as it is brought in, row by row: who was read with every field, date and cell that was left out, why a row is
 * refused, or that it is about nobody; or why the file is not read at all.
 */
export function readList(file: string | Uint8Array): string[] {
  const bytes = Buffer.from(file);
  const { plan, isNoText } = lookAtCsv(bytes.subarray(0, 192 * 1024), {}, bytes.length <= 192 * 1024);
  if (isNoText) return ['no text'];
  if (!namesPeople(plan.columns)) return ['no columns'];
  const reader = csvReader(plan, rowContext);
  return [...reader.push(bytes), ...reader.end()].map(({ verdict, data: { person, faults = [] } }) => {
    if (verdict === 'skipped') return 'nobody';
    const told = (each: readonly { reason: string; field?: string }[]) =>
      each.map(({ reason, field }) => (field ? `${reason} ${field}` : reason)).join(', ');
    if (!person) return `refused: ${told(faults)}`;
    const { familyName, givenName, birthDate, language, ...others } = person.details;
    const fields = Object.entries(language === 'de' ? others : { ...others, language });
    return [
      `${familyName}, ${givenName} ${birthDate}`,
      ...(person.externalId ? [`id=${person.externalId}`] : []),
      ...fields.map(([name, value]) => `${name}=${value}`),
      ...person.appointments.map(
        ({ plannedDose, startsAt }) => `dose ${plannedDose} at ${startsAt.slice(0, 16)}`,
      ),
      ...(person.leftOut ? [`(${told(person.leftOut)})`] : []),
    ].join(' ');
  });
}
