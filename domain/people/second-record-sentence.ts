import type { Bilingual } from '../kernel/bilingual.ts';
import { formatDate } from '../kernel/format-date.ts';
import type { SecondRecordFacts } from './second-record.ts';

/** That there is another record, and what it holds of the series. */
export function secondRecordSentence(facts: SecondRecordFacts): Bilingual {
  const { count } = facts;
  return {
    de: `Es gibt ${count === 1 ? 'eine zweite Akte' : `${count} weitere Akten`} mit gleichem Namen und Geburtsdatum: ${heldDe(facts)}.`,
    en: `There ${count === 1 ? 'is a second record' : `are ${count} more records`} with the same name and birth date: ${heldEn(facts)}.`,
  };
}

function heldDe({ doseCount, lastDoseOn, dateOn, clock }: SecondRecordFacts): string {
  const doses = `${doseCount} ${doseCount === 1 ? 'Impfung am' : 'Impfungen, zuletzt am'} ${lastDoseOn && formatDate(lastDoseOn, 'de')}`;
  const date = dateOn && `Termin am ${formatDate(dateOn, 'de')} um ${clock} Uhr`;
  if (doseCount === 0) return date ?? 'ohne Impfung und ohne Termin';
  return date ? `${doses}; ${date}` : doses;
}

function heldEn({ doseCount, lastDoseOn, dateOn, clock }: SecondRecordFacts): string {
  const doses = `${doseCount} ${doseCount === 1 ? 'dose on' : 'doses, last on'} ${lastDoseOn && formatDate(lastDoseOn, 'en')}`;
  const date = dateOn && `appointment on ${formatDate(dateOn, 'en')} at ${clock}`;
  if (doseCount === 0) return date ?? 'no dose and no appointment';
  return date ? `${doses}; ${date}` : doses;
}
