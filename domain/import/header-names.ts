import { foldName } from '../people/search-key.ts';
import type { ImportField } from './import-fields.ts';

/** What a header says its column holds; `undefined` for what is not known, and for running numbers. */
export function fieldByHeader(header: string): ImportField | undefined {
  const name = headerKeyOf(header);
  return name === '' ? undefined : headerNames.get(name);
}

/** `Geb.-Datum` and `geb datum` are the same header. */
export function headerKeyOf(header: string): string {
  return foldName(header).replace(/ /g, '');
}

/** Numbers that a list gives its own rows, or that mean something only beside their neighbour. */
export const bareNumbers: ReadonlySet<string> = new Set(['nr', 'nummer', 'no', 'num', 'number']);

/** Whether a header speaks of a number without saying whose: such a number must prove that it is no running one. */
export const looseNumbers: ReadonlySet<string> = new Set([
  'id',
  'identifier',
  'reference',
  'referenz',
  'recordid',
]);

/** Headers as lists have them, folded: lower case, no spaces or signs, umlauts written out. */
const namesOfFields: Readonly<Record<ImportField, string>> = {
  externalId:
    'id extid externalid externeid externenummer personid personennummer personid patientid patientennummer patientennr patientnr patid patnr kundennummer kundennr buchungsid buchungsnummer identifier reference referenz recordid anmeldenummer',
  givenName: 'vorname vornamen givenname given firstname first forename rufname fnamec1 fname prenom',
  familyName: 'nachname familienname zuname familyname family lastname last surname lnamec1 lname nom',
  fullName:
    'name patient patientenname patientname person personenname fullname nachnamevorname namevorname nachnameundvorname familiennamevorname lastnamefirstname',
  fullNameGivenFirst:
    'vornamenachname vornamename vornameundnachname vorundnachname vorundzuname vornamezuname vornamefamilienname firstnamelastname firstandlastname',
  nameAndBirthDate:
    'nameundgeburtsdatum namegeburtsdatum namegebdatum namemitgeburtsdatum patientgeburtsdatum patientundgeburtsdatum persongeburtsdatum nameandbirthdate namebirthdate nameanddob namedob',
  birthDate:
    'geburtsdatum gebdatum gebdat geb geburt geboren geborenam birthdate dateofbirth dob birthday born birth datenaissance',
  birthDay: 'bd geburtstagtag gebtag geburtstag dayofbirth birthdayday tag day',
  birthMonth: 'bm geburtsmonat gebmonat monthofbirth birthmonth monat month',
  birthYear: 'by geburtsjahr gebjahr yearofbirth birthyear jahrgang jahr year yob',
  sex: 'geschlecht sex gender anrede',
  email: 'email mail emailadresse emailaddress mailadresse ema mailaddress',
  phone:
    'telefon telefonnummer telefonnr tel telnr handy mobil mobiltelefon mobile phone phonenumber rufnummer telephone handynummer handynr mobilnummer mobilnr festnetz telefonprivat telefonmobil',
  street:
    'strasse street adresse address anschrift strassehausnummer strasseundhausnummer strassehausnr strassenr strassehnr streetaddress address1 addressline1',
  houseNumber: 'hausnummer hausnr hnr hsnr housenumber houseno',
  postcode: 'plz postleitzahl postcode zip zipcode postalcode',
  city: 'ort stadt wohnort city town gemeinde',
  country: 'land country staat laendercode countrycode',
  insuranceNumber:
    'versichertennummer versichertennr versichertenid kvnr krankenversichertennummer krankenversichertennr egknummer versicherungsnummer insurancenumber insuranceid healthinsurancenumber',
  language: 'sprache language lang korrespondenzsprache',
  appointmentId: 'terminid terminnummer terminnr appointmentid appointmentnumber slotid bookingid',
  appointmentAt:
    'termin terminzeitpunkt terminam appointment appointmentat appointmentdatetime start startzeit startsat beginn begin termin1 erstertermin ersttermin impftermin terminbeginn',
  appointmentDate:
    'termindatum termintag datum date appointmentdate terminamtag impfdatum datumtermin termin1datum termindatum1 tagdestermins appointmentday',
  appointmentTime:
    'terminzeit uhrzeit zeit time appointmenttime terminuhrzeit termin1uhrzeit termin1zeit uhrzeittermin',
  appointmentStatus:
    'status terminstatus buchungsstatus anmeldestatus statustermin appointmentstatus bookingstatus state',
  isCancelled:
    'storniert storno abgesagt absage stornodatum storniertam abgesagtam stornierung cancelled canceled cancelledat canceledat cancellation iscancelled',
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
