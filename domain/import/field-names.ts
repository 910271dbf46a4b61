import type { Bilingual } from '../kernel/bilingual.ts';
import type { ImportField } from './import-fields.ts';

/** The fields as people name them. */
export const fieldNames: Readonly<Record<ImportField, Bilingual>> = {
  externalId: { de: 'Nummer im anderen System', en: 'Number in the other system' },
  givenName: { de: 'Vorname', en: 'Given name' },
  familyName: { de: 'Nachname', en: 'Family name' },
  birthDate: { de: 'Geburtsdatum', en: 'Birth date' },
  birthDay: { de: 'Geburtstag (Tag)', en: 'Day of birth' },
  birthMonth: { de: 'Geburtsmonat', en: 'Month of birth' },
  birthYear: { de: 'Geburtsjahr', en: 'Year of birth' },
  sex: { de: 'Geschlecht', en: 'Sex' },
  email: { de: 'E-Mail', en: 'E-mail' },
  phone: { de: 'Telefon', en: 'Phone' },
  street: { de: 'Straße', en: 'Street' },
  houseNumber: { de: 'Hausnummer', en: 'House number' },
  postcode: { de: 'Postleitzahl', en: 'Postcode' },
  city: { de: 'Ort', en: 'City' },
  country: { de: 'Land', en: 'Country' },
  insuranceNumber: { de: 'Versichertennummer', en: 'Insurance number' },
  language: { de: 'Sprache', en: 'Language' },
  appointmentId: { de: 'Termin-Nummer', en: 'Appointment number' },
  appointmentAt: { de: 'Termin (Tag und Uhrzeit)', en: 'Appointment (day and time)' },
  appointmentDate: { de: 'Termin: Tag', en: 'Appointment: day' },
  appointmentTime: { de: 'Termin: Uhrzeit', en: 'Appointment: time' },
  centre: { de: 'Impfzentrum', en: 'Centre' },
  product: { de: 'Impfstoff (Name, ATC oder PZN)', en: 'Vaccine (name, ATC or PZN)' },
  plannedDose: { de: 'Geplante Dosis', en: 'Planned dose' },
  secondAt: { de: 'Zweiter Termin (Tag und Uhrzeit)', en: 'Second appointment (day and time)' },
  secondDate: { de: 'Zweiter Termin: Tag', en: 'Second appointment: day' },
  secondTime: { de: 'Zweiter Termin: Uhrzeit', en: 'Second appointment: time' },
};
