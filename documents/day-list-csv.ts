import { csvLine, csvStart } from '../domain/import/csv-text.ts';
import type { Language } from '../domain/kernel/bilingual.ts';
import { formatDate } from '../domain/kernel/format-date.ts';
import type { BirthDate } from '../domain/kernel/plain-date.ts';
import { type DayList, doseAndVaccine } from './day-list.ts';
import { dayListTexts } from './day-list-texts.ts';

/** The day list for a spreadsheet, with empty columns for what is still to be written down by hand. */
export function dayListCsv(list: DayList, language: Language): string {
  const words = dayListTexts[language];
  const date = (text: string) => (text === '' ? '' : formatDate(text as BirthDate, language));
  const { clock, familyName, givenName, birthDate, dose, passNumber, lot, givenAt, signature } = words;
  return [
    csvStart,
    csvLine([`${words.title} ${date(list.day)} · ${list.centreName}`]),
    csvLine([`${words.asOf} ${date(list.asOf.day)} ${list.asOf.clock} · ${words.confidential}`]),
    csvLine([clock, familyName, givenName, birthDate, dose, passNumber, lot, givenAt, signature]),
    ...list.entries.map((entry) =>
      csvLine([
        entry.clock,
        entry.familyName,
        entry.givenName,
        date(entry.birthDate),
        doseAndVaccine(entry),
        entry.passNumber,
        entry.given?.lot ?? '',
        entry.given?.clock ?? '',
        entry.given ? words.given : '',
      ]),
    ),
  ].join('');
}
