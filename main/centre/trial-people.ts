import type { Language } from '../../domain/kernel/bilingual.ts';
import { type BirthDate, parseBirthDate } from '../../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../../domain/people/events.ts';

/** People of the trial centre: invented, with the spellings that real desks meet. */
export const trialPeople: readonly PersonDetails[] = [
  person('Erika', 'Mustermann', '1964-08-12', 'de', 'Heidestraße 17', '51147', 'Köln'),
  person('Jürgen', 'Weiß', '1951-03-02', 'de', 'Am Anger 4', '12345', 'Musterstadt'),
  person('Zoë', 'Groß-Lindemann', '1989-11-30', 'de', 'Lindenallee 22', '12345', 'Musterstadt'),
  person('Ayşe', 'Yıldız', '1978-05-19', 'de', 'Hafenweg 3', '12347', 'Musterstadt'),
  person('Hans-Peter', 'Müller', '1946-01-27', 'de', 'Gartenstraße 9', '12345', 'Musterstadt'),
  person('Anna', 'Müller', '1992-07-08', 'de', 'Kirchplatz 1', '12349', 'Musterstadt'),
  person('John', 'Sample', '1985-02-14', 'en', 'Marktplatz 12', '12345', 'Musterstadt'),
  person('Łukasz', 'Wiśniewski', '1973-09-23', 'de', 'Bahnhofstraße 41', '12347', 'Musterstadt'),
  person('Maria', 'von der Heide', '1938-12-05', 'de', 'Schlossgasse 2', '12345', 'Musterstadt'),
  person('Thi Hoa', 'Nguyen', '1990-04-16', 'de', 'Ringstraße 77', '12349', 'Musterstadt'),
  person('Benedikt', 'Öztürk', '2001-06-21', 'de', 'Nelkenweg 5', '12345', 'Musterstadt'),
  person('Katharina', 'Schmidt', '1969-10-11', 'de', 'Talstraße 18', '12345', 'Musterstadt'),
  person('Amira', 'Al-Sayed', '1983', 'en', 'Poststraße 6', '12347', 'Musterstadt'),
  person('Søren', 'Bjørnsen', '1957-08-29', 'en', 'Uferweg 10', '12345', 'Musterstadt'),
  person('Christa', 'Fuß', '1949-02-28', 'de', 'Mühlgasse 14', '12349', 'Musterstadt'),
  person('Dieter', 'Meyer', '1961-05-03', 'de', 'Feldstraße 30', '12345', 'Musterstadt'),
  person('Giulia', 'D’Angelo', '1996-03-17', 'de', 'Sonnenhang 8', '12345', 'Musterstadt'),
  person('Paul', 'Meier', '1961-05-03', 'de', 'Feldstraße 31', '12345', 'Musterstadt'),
];

function person(
  givenName: string,
  familyName: string,
  birthDate: string,
  language: Language,
  street: string,
  postcode: string,
  city: string,
): PersonDetails {
  return {
    givenName,
    familyName,
    birthDate: parseBirthDate(birthDate) as BirthDate,
    language,
    street,
    postcode,
    city,
    country: 'DE',
  };
}
