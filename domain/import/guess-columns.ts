import { foldName } from '../people/search-key.ts';
import type { ColumnMapping, DateOrder, ImportField, ReadingPlan } from './import-fields.ts';

/** What the first rows of a file suggest: whether the first is a header, and what each column holds. */
export function guessPlan(rows: readonly (readonly string[])[]): ReadingPlan {
  const [first = [], ...others] = rows;
  const byName = first.map(fieldByName);
  const named = byName.filter((field) => field !== undefined).length;
  const hasHeader = named > 0 && !first.some((cell) => isDate(cell));
  const body = hasHeader ? others : rows;
  const columns = onlyOnce(hasHeader ? byName : first.map(() => undefined));
  return { hasHeader, columns: withGuesses(columns, body), dateOrder: dateOrderIn(body, columns) };
}

function fieldByName(header: string): ImportField | undefined {
  const name = foldName(header).replace(/ /g, '');
  return name === '' ? undefined : headerNames.get(name);
}

/** A field that two columns claim stays with the first; of phone numbers each row has its own choice. */
function onlyOnce(columns: ColumnMapping): ColumnMapping {
  return columns.map((field, index) =>
    field && field !== 'phone' && columns.indexOf(field) < index ? undefined : field,
  );
}

/** Columns that no name told, by what stands in them: only what cannot be mistaken. */
function withGuesses(columns: ColumnMapping, body: readonly (readonly string[])[]): ColumnMapping {
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
function dateOrderIn(body: readonly (readonly string[])[], columns: ColumnMapping): DateOrder {
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

/** Headers as lists have them, folded: lower case, no spaces or signs, umlauts written out. */
const namesOfFields: Readonly<Record<ImportField, string>> = {
  externalId:
    'id extid externalid externeid externenummer nummer nr personid personennummer personid patientid patientennummer patientennr patid kundennummer buchungsid buchungsnummer identifier reference referenz recordid anmeldenummer',
  givenName: 'vorname vornamen givenname given firstname first forename rufname fnamec1 fname prenom',
  familyName: 'nachname name familienname zuname familyname family lastname last surname lnamec1 lname nom',
  birthDate:
    'geburtsdatum gebdatum gebdat geb geburt geboren geborenam birthdate dateofbirth dob birthday born birth datenaissance',
  birthDay: 'bd geburtstagtag gebtag geburtstag dayofbirth birthdayday tag day',
  birthMonth: 'bm geburtsmonat gebmonat monthofbirth birthmonth monat month',
  birthYear: 'by geburtsjahr gebjahr yearofbirth birthyear jahrgang jahr year yob',
  sex: 'geschlecht sex gender anrede',
  email: 'email mail emailadresse emailaddress mailadresse ema mailaddress',
  phone:
    'telefon telefonnummer tel telnr handy mobil mobiltelefon mobile phone phonenumber rufnummer telephone handynummer mobilnummer',
  street:
    'strasse street adresse address anschrift strassehausnummer strasseundhausnummer strassehausnr strassenr streetaddress address1 addressline1',
  houseNumber: 'hausnummer hausnr hnr housenumber',
  postcode: 'plz postleitzahl postcode zip zipcode postalcode',
  city: 'ort stadt wohnort city town gemeinde',
  country: 'land country staat laendercode countrycode',
  insuranceNumber:
    'versichertennummer versichertennr versichertenid kvnr krankenversichertennummer krankenkassennummer versicherungsnummer insurancenumber insuranceid healthinsurancenumber',
  language: 'sprache language lang korrespondenzsprache',
  appointmentId: 'terminid terminnummer terminnr appointmentid appointmentnumber slotid bookingid',
  appointmentAt:
    'termin terminzeitpunkt terminam appointment appointmentat appointmentdatetime start startzeit startsat beginn begin termin1 erstertermin ersttermin impftermin terminbeginn',
  appointmentDate:
    'termindatum termintag datum date appointmentdate terminamtag impfdatum datumtermin termin1datum termindatum1 tagdestermins appointmentday',
  appointmentTime:
    'terminzeit uhrzeit zeit time appointmenttime terminuhrzeit termin1uhrzeit termin1zeit uhrzeittermin',
  centre:
    'impfzentrum zentrum standort impfort impfstelle terminort einrichtung centre center site location vaccinationcentre vaccinationcenter',
  plannedDose:
    'dosis dosisnummer impfung impfungnr dose dosenumber planneddose geplantedosis dosisnr impfdosis',
  product: 'impfstoff impfstoffname vakzin vaccine vaccinename produkt product productname pzn atc atccode',
  secondAt: 'termin2 zweitertermin zweittermin appointment2 secondappointment folgetermin',
  secondDate:
    'termin2datum termindatum2 zweittermindatum secondappointmentdate appointment2date datum2 folgetermindatum',
  secondTime:
    'termin2uhrzeit termin2zeit zweitterminuhrzeit secondappointmenttime appointment2time uhrzeit2 folgeterminuhrzeit',
};

const headerNames = new Map<string, ImportField>(
  Object.entries(namesOfFields).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field as ImportField] as const),
  ),
);
