import { describe, expect, test } from 'vitest';
import { peopleHeader as header, readList, withCell } from '../../support/read-list.ts';

const anna = 'Berg, Anna 1985-03-12';
const uwe = 'Klein, Uwe 1950-01-01';
const rows = (...lines: string[]) => readList(`${lines.join('\r\n')}\r\n`);
const at = 'dose 1 at 2026-12-03T08:30';

describe('a number', () => {
  test.each([
    'lfd. Nr.',
    'Lfd.-Nr',
    'Pos.',
    '#',
    'Zeile',
    'Fallnummer',
    'Ticket-Nr.',
    'IK',
    'Kassennummer',
    'Nr.',
  ])('of the column %s is nobody’s identity', (column) => {
    expect(rows(`${column};${header}`, '17;Berg;Anna;12.03.1985')).toEqual([anna]);
  });

  test.each([
    ['Pat.-Nr.', '4711', `${anna} id=4711`],
    ['ID', '3f2504e0-4f89-41d3-9a0c-0305e82c3301', `${anna} id=3f2504e0-4f89-41d3-9a0c-0305e82c3301`],
    ['Patientennummer', '1,23457E+11', `${anna} (number-rounded externalId)`],
    ['Patientennummer', 'x'.repeat(101), `${anna} (text-too-long externalId)`],
    ['Vers.-Nr.', 'A 123 456 780', `${anna} insuranceNumber=A 123 456 780`],
    ['KV-Nr.', 'A123456780', `${anna} insuranceNumber=A123456780`],
    ['eGK-Nummer', '80276881025512345678', `${anna} (number-of-card insuranceNumber)`],
    ['Versichertennummer', '109519005', `${anna} (number-of-insurer insuranceNumber)`],
    ['Versichertennummer', '1.23457E+11', `${anna} (number-rounded insuranceNumber)`],
    ['Versichertennummer', 'privat', `${anna} (insurance-number-unreadable insuranceNumber)`],
    ['Versichertennummer', '1'.repeat(60), `${anna} (text-too-long insuranceNumber)`],
  ])('%s %s: %s', (column, cell, expected) => {
    expect(readList(withCell(column, cell))).toEqual([expected]);
  });
});

describe('a cell that nobody needs refuses nobody', () => {
  test.each([
    ['Land', 'Großbritannien', 'country=GB'],
    ['Land', 'LUX', 'country=LU'],
    ['Land', 'Kosovo', 'country=XK'],
    ['Land', 'Tschechische Republik', 'country=CZ'],
    ...['ZZ', 'XX', 'SU', 'DDR', '000', 'staatenlos'].map((each) => [
      'Land',
      each,
      '(country-unreadable country)',
    ]),
    ...['keine', 'nicht angegeben', '?'].map((each) => ['Telefon', each, '']),
    ...['keine', 'nicht vorhanden', 'yok'].map((each) => ['E-Mail', each, '']),
    ['E-Mail', `${'x'.repeat(150)}@example.org`, '(email-unreadable email)'],
    ['E-Mail', 'anna(at)example.org', '(email-unreadable email)'],
    ['Straße', 'x'.repeat(150), '(text-too-long street)'],
    ['Straße', 'Weg 1\nHinterhaus', 'street=Weg 1, Hinterhaus'],
    ['Straße', 'Weg\t1', 'street=Weg 1'],
    ['Ort', 'y'.repeat(200), '(text-too-long city)'],
    ['Ort', 'K\u0001öln', '(character-unreadable city)'],
    ['PLZ', '50667 Köln', '(postcode-unreadable postcode)'],
    ['Anrede', 'Familie', '(sex-unreadable sex)'],
    ['Impfstoff', 'Comirnatti', '(product-unknown product)'],
    ['Dosis', '7', '(dose-unreadable plannedDose)'],
    ['Titel', 'Dr. med.', ''],
    ['Geburtsname', 'Schmitz', ''],
  ])('%s %s: %s', (column = '', cell = '', expected = '') => {
    expect(readList(withCell(column, cell))).toEqual([`${anna} ${expected}`.trim()]);
  });

  test.each([
    ['Impfstoff', 'Comirnatti', 'product-unknown product'],
    ['Impfstoff', 'siehe Akte', 'product-unknown product'],
    ['Dosis', '3', 'dose-unreadable plannedDose'],
    ['Dosis', '0', 'dose-unreadable plannedDose'],
    ['Dosis', 'Booster', 'dose-not-named plannedDose'],
  ])('%s %s beside a date: the person is taken, the date is not', (column, cell, told) => {
    expect(rows(`${header};Termin;${column}`, `Berg;Anna;12.03.1985;03.12.2026 09:30;${cell}`)).toEqual([
      `${anna} (${told})`,
    ]);
  });
});

describe('columns are known', () => {
  test.each([
    'NOM;Prénom;Né(e) le',
    'Soyadı;Adı;Doğum Tarihi',
    'SOYAD;AD;DOĞUM TARİHİ',
    'Nazwisko;Imię;Data urodzenia',
    'Фамилия;Имя;Дата рождения',
    'Cognome;Nome;Data di nascita',
    'Apellidos;Nombre;Fecha de nacimiento',
    'Achternaam;Voornaam;Geboortedatum',
    'Nachname (Pflicht);Vorname*;Geburtsdatum (TT.MM.JJJJ)',
    'Patient Nachname;Patient Vorname;Patient Geburtsdatum',
    'patient.lastName;patient.firstName;patient.birthDate',
    'last_name;first_name;date_of_birth',
    'Ｎａｃｈｎａｍｅ;Ｖｏｒｎａｍｅ;Geburtsdatum',
  ])('%s', (line) => {
    expect(rows(line, 'Berg;Anna;12.03.1985')).toEqual([anna]);
  });

  test.each(['Vor- u. Zuname;Geb.dat.', 'Ad Soyad;Doğum Tarihi', 'Vorname Name;geb. am'])('%s', (line) => {
    expect(rows(line, 'Anna Berg;12.03.1985')).toEqual([anna]);
  });

  test('with all that other languages have beside them', () => {
    expect(
      rows(
        'Nom;Prénom;Date de naissance;Sexe;Courriel;Ville;Date du rendez-vous;Heure',
        'Berg;Anna;12/03/1985;F;a@b.de;Metz;03/12/2026;09:30',
      ),
    ).toEqual([`${anna} sex=female email=a@b.de city=Metz ${at}`]);
    expect(
      rows('Soyadı;Adı;Doğum Tarihi;Cinsiyet;E-posta;Şehir', 'Berg;Anna;12.03.1985;Kadın;a@b.de;Köln'),
    ).toEqual([`${anna} sex=female email=a@b.de city=Köln`]);
  });
});

describe('what is drawn and printed around a table is about nobody', () => {
  test.each([
    ['the header in capitals', header.toUpperCase()],
    ['a ruler', '--------;-------;------------'],
    ['a number of rows', '(485 rows affected);;'],
    ['a number of people', '2 Personen;;'],
    ['an end', '--- Ende der Liste ---;;'],
    ['a sum in another column', ';Summe:;2'],
  ])('%s', (_what, line) => {
    expect(rows(header, 'Berg;Anna;12.03.1985', line, 'Klein;Uwe;1.1.1950')).toEqual([anna, 'nobody', uwe]);
  });

  test('as Markdown', () => {
    expect(
      rows('| Nachname | Vorname | Geburtsdatum |', '|---|---|---|', '| Berg | Anna | 12.03.1985 |'),
    ).toEqual(['nobody', anna]);
  });

  test('quotes behind a blank are none of the cell', () => {
    expect(rows('Nachname, Vorname, Geburtsdatum', '"Berg", "Anna", "12.03.1985"')).toEqual([anna]);
  });
});
