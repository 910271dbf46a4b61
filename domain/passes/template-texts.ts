import type { Bilingual } from '../kernel/bilingual.ts';
import type { FieldKey, FieldPlace, ImageSlot, MasterDatum } from './pass-template.ts';

/** How fields, places and images are called where a template is designed. */
export const fieldNames: Readonly<Record<FieldKey, Bilingual>> = {
  'dose-count': { de: 'Zahl der Dosen', en: 'Number of doses' },
  name: { de: 'Name', en: 'Name' },
  'next-appointment': { de: 'Nächster Termin', en: 'Next appointment' },
  'birth-date': { de: 'Geburtsdatum', en: 'Date of birth' },
  vaccine: { de: 'Impfstoff', en: 'Vaccine' },
  centre: { de: 'Impfzentrum', en: 'Vaccination centre' },
  message: { de: 'Mitteilung', en: 'Message' },
  proof: { de: 'Impfnachweis', en: 'Proof of vaccination' },
  'planned-dates': { de: 'Alle Termine', en: 'All appointments' },
  doses: { de: 'Erhaltene Dosen', en: 'Doses received' },
  'master-data': { de: 'Stammdaten', en: 'Personal details' },
  'house-rules': { de: 'Hausregeln', en: 'House rules' },
  contact: { de: 'Kontakt', en: 'Contact' },
  'pass-link': { de: 'Pass auf einem anderen Gerät', en: 'Pass on another device' },
  'short-number': { de: 'Passnummer', en: 'Pass number' },
};

export const placeNames: Readonly<Record<FieldPlace, Bilingual>> = {
  header: { de: 'Kopf', en: 'Header' },
  primary: { de: 'Hauptfeld', en: 'Primary' },
  secondary: { de: 'Zweite Zeile', en: 'Second row' },
  auxiliary: { de: 'Dritte Zeile', en: 'Third row' },
  back: { de: 'Rückseite', en: 'Back' },
};

export const imageNames: Readonly<Record<ImageSlot, Bilingual>> = {
  icon: { de: 'Symbol', en: 'Icon' },
  logo: { de: 'Logo', en: 'Logo' },
  thumbnail: { de: 'Kleines Bild', en: 'Thumbnail' },
  strip: { de: 'Streifenbild', en: 'Strip' },
};

export const masterDatumNames: Readonly<Record<MasterDatum, Bilingual>> = {
  'birth-date': { de: 'Geburtsdatum', en: 'Date of birth' },
  address: { de: 'Anschrift', en: 'Address' },
  email: { de: 'E-Mail', en: 'E-mail' },
  phone: { de: 'Telefon', en: 'Phone' },
  'insurance-number': { de: 'Versichertennummer', en: 'Insurance number' },
};
