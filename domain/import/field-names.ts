import type { Bilingual } from '../kernel/bilingual.ts';
import { detailNames } from '../people/detail-names.ts';
import type { ImportField } from './import-fields.ts';

/** The fields as people name them. */
export const fieldNames: Readonly<Record<ImportField, Bilingual>> = {
  ...detailNames,
  externalId: { de: 'Nummer im anderen System', en: 'Number in the other system' },
  fullName: { de: 'Name (Nachname, Vorname)', en: 'Name (family, given)' },
  fullNameGivenFirst: { de: 'Name (Vorname Nachname)', en: 'Name (given family)' },
  nameAndBirthDate: { de: 'Name und Geburtsdatum', en: 'Name and birth date' },
  nameGivenFirstAndBirthDate: {
    de: 'Name (Vorname Nachname) und Geburtsdatum',
    en: 'Name (given family) and birth date',
  },
  birthDay: { de: 'Geburtstag (Tag)', en: 'Day of birth' },
  birthMonth: { de: 'Geburtsmonat', en: 'Month of birth' },
  birthYear: { de: 'Geburtsjahr', en: 'Year of birth' },
  houseNumber: { de: 'Hausnummer', en: 'House number' },
  appointmentId: { de: 'Termin-Nummer', en: 'Appointment number' },
  appointmentAt: { de: 'Termin (Tag und Uhrzeit)', en: 'Appointment (day and time)' },
  appointmentDate: { de: 'Termin: Tag', en: 'Appointment: day' },
  appointmentTime: { de: 'Termin: Uhrzeit', en: 'Appointment: time' },
  appointmentStatus: { de: 'Termin: Status', en: 'Appointment: status' },
  isCancelled: { de: 'Termin: abgesagt', en: 'Appointment: cancelled' },
  isOver: { de: 'Termin: wahrgenommen oder Warteliste', en: 'Appointment: kept or on a waiting list' },
  remark: { de: 'Bemerkung', en: 'Remark' },
  isActive: { de: 'Eintrag gilt', en: 'Entry is in use' },
  isDeceased: { de: 'Verstorben', en: 'Deceased' },
  centre: { de: 'Impfzentrum', en: 'Centre' },
  product: { de: 'Impfstoff (Name, ATC oder PZN)', en: 'Vaccine (name, ATC or PZN)' },
  plannedDose: { de: 'Geplante Dosis', en: 'Planned dose' },
  secondAt: { de: 'Zweiter Termin (Tag und Uhrzeit)', en: 'Second appointment (day and time)' },
  secondDate: { de: 'Zweiter Termin: Tag', en: 'Second appointment: day' },
  secondTime: { de: 'Zweiter Termin: Uhrzeit', en: 'Second appointment: time' },
};
