import { foldName } from '../people/search-key.ts';
import type { ImportField } from './import-fields.ts';

/** What a header says its column holds; `undefined` for what is not known, and for running numbers. */
export function fieldByHeader(header: string): ImportField | undefined {
  const field = headerNames.get(headerKeyOf(header));
  if (field || !/[([.]|^(?:patient|person)/i.test(header)) return field;
  // `Geburtsdatum (TT.MM.JJJJ)`, `patient.lastName`, `Patient Vorname`: what stands around the name of the column.
  const plain = header.replace(/[([][^)\]]{0,60}[)\]]/g, ' ');
  const own = plain.replace(/^\s*(?:patient(?:en|in|enten)?|person(?:en)?)[\s._:/-]+/i, '');
  return headerNames.get(headerKeyOf(plain)) ?? headerNames.get(headerKeyOf(own));
}

/** `Geb.-Datum` and `geb datum` are the same header; letters of double width are the plain ones. */
export function headerKeyOf(header: string): string {
  return foldName(header.normalize('NFKC')).replace(/ /g, '');
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

/** Headers as lists have them, without spaces and signs: German, English, and what people from elsewhere bring along. */
const namesOfFields: Readonly<Record<ImportField, string>> = {
  externalId:
    'id extid externalid externeid externenummer personid personennummer personid patientid patientennummer patientennr patientnr patid patnr kundennummer kundennr buchungsid buchungsnummer identifier reference referenz recordid anmeldenummer patientno',
  givenName:
    'vorname vornamen givenname given firstname first forename rufname fnamec1 fname inviteefirstname prenom adı ad isim ismi imię имя nome nombre voornaam ім’я prenoms',
  familyName:
    'nachname familienname zuname familyname family lastname last surname lnamec1 lname inviteelastname nom soyadı soyad soyisim soyismi nazwisko фамилия cognome apellido apellidos achternaam прізвище nomdefamille sobrenome',
  fullName:
    'name patient patientenname patientname person personenname fullname nachnamevorname namevorname nachnameundvorname familiennamevorname lastnamefirstname',
  fullNameGivenFirst:
    'vornamenachname vornamename vornameundnachname vorundnachname vorundzuname vornamezuname vornamefamilienname firstnamelastname firstandlastname vorundzunahme voruzuname vorunachname vornameunachname adsoyad adısoyadı isimsoyisim',
  nameAndBirthDate:
    'nameundgeburtsdatum namegeburtsdatum namegebdatum namemitgeburtsdatum patientgeburtsdatum patientundgeburtsdatum persongeburtsdatum nameandbirthdate namebirthdate nameanddob namedob',
  nameGivenFirstAndBirthDate:
    'vornamenachnamegeburtsdatum vornamenamegeburtsdatum vornamenachnameundgeburtsdatum vornamenamegebdatum firstnamelastnamedob firstnamelastnamebirthdate',
  birthDate:
    'geburtsdatum gebdatum gebdat geb geburt geboren geborenam birthdate dateofbirth dob birthday born birth datenaissance geburtsdat geburtstagdatum gebtagdatum doğumtarihi datedenaissance nele neele ddn dataurodzenia датарождения датанародження datadinascita fechadenacimiento geboortedatum datadenascimento',
  birthDay: 'bd geburtstagtag gebtag geburtstag dayofbirth birthdayday tag day',
  birthMonth: 'bm geburtsmonat gebmonat monthofbirth birthmonth monat month',
  birthYear:
    'by geburtsjahr gebjahr yearofbirth birthyear jahrgang jahr year yob doğumyılı anneedenaissance rokurodzenia',
  sex: 'geschlecht sex gender anrede sexe cinsiyet cinsiyeti płeć plec пол sesso sexo geslacht',
  email:
    'email mail emailadresse emailaddress mailadresse ema mailaddress inviteeemail eposta epostaadresi courriel adresseemail correo correoelectronico',
  phone:
    'telefon telefonnummer telefonnr tel telnr handy mobil mobiltelefon mobile phone phonenumber rufnummer telephone handynummer handynr mobilnummer mobilnr festnetz telefonprivat telefonmobil mobilfunk mobilfunknummer cell cellphone cellphonenumber mobilephone mobilenumber telefonno telefonnumarası ceptelefonu cep gsm téléphone telephoneportable portable numerotelefonu телефон telefono cellulare teléfono móvil telefoon',
  street:
    'strasse street adresse address anschrift strassehausnummer strasseundhausnummer strassehausnr strassenr strassehnr streetaddress address1 addressline1 rue adres adresi ulica indirizzo dirección direccion straat',
  houseNumber: 'hausnummer hausnr hnr hsnr housenumber houseno hausno',
  postcode:
    'plz postleitzahl postcode zip zipcode postalcode codepostal postakodu kodpocztowy cap códigopostal индекс',
  city: 'ort stadt wohnort city town gemeinde ville şehir il miasto città ciudad город woonplaats',
  country: 'land country staat laendercode countrycode pays ülke kraj paese país страна',
  insuranceNumber:
    'versichertennummer versichertennr versichertenid kvnr krankenversichertennummer krankenversichertennr egknummer versicherungsnummer insurancenumber insuranceid healthinsurancenumber kvnummer versnr versnummer versichnr versicherungsnr versichertennummerkvnr egknr',
  language: 'sprache language lang korrespondenzsprache dil langue język lingua idioma',
  appointmentId: 'terminid terminnummer terminnr appointmentid appointmentnumber slotid bookingid',
  appointmentAt:
    'termin terminzeitpunkt terminam appointment appointmentat appointmentdatetime start startzeit startsat beginn begin termin1 erstertermin ersttermin impftermin terminbeginn termindatumuhrzeit datumuhrzeit datumunduhrzeit termindatumundzeit terminstart startdatumzeit startdatetime randevu rendezvous rdv appt',
  appointmentDate:
    'termindatum termintag beginntam startdate datum date appointmentdate terminamtag impfdatum datumtermin termin1datum termindatum1 tagdestermins appointmentday apptdate rendezvousdate daterendezvous datedurendezvous datedurdv randevutarihi tarih tagtermin',
  appointmentTime:
    'terminzeit uhrzeit zeit time appointmenttime terminuhrzeit termin1uhrzeit termin1zeit uhrzeittermin appttime von uhrzeitvon zeitvon beginnuhrzeit startuhrzeit terminvon beginntum starttime heure heuredurendezvous heuredurdv saat randevusaati',
  appointmentStatus:
    'status terminstatus buchungsstatus anmeldestatus statustermin appointmentstatus bookingstatus state statut durum apptstatus status1 status2 termin1status termin2status statustermin1 statustermin2 buchungszustand terminzustand appointmentstate attendance attendancestatus anwesenheit teilnahme teilnahmestatus',
  remark:
    'impfstatus bemerkung bemerkungen kommentar notiz notizen anmerkung anmerkungen hinweis hinweise remark remarks comment comments note notes',
  isCancelled:
    'storniert storno abgesagt absage stornodatum storniertam abgesagtam stornierung cancelled canceled cancelledat canceledat cancellation iscancelled gelöscht gelöschtam deleted deletedat isdeleted noshow markedasnoshow nichterschienen stornierungsgrund stornogrund absagegrund cancellationreason canceledby cancelledby',
  isOver:
    'erschienen anwesend geimpft geimpftam erledigt eingecheckt wahrgenommen warteliste wartelistenplatz verschoben verschobenauf verlegt attended vaccinated completed checkedin arrived waitlist waitinglist rescheduled',
  isActive: 'aktiv active isactive',
  isDeceased:
    'verstorben verstorbenam sterbedatum todesdatum todestag deceased deceasedat dateofdeath deathdate isdeceased',
  centre:
    'impfzentrum zentrum standort impfort impfstelle terminort einrichtung centre center site location vaccinationcentre vaccinationcenter',
  plannedDose:
    'dosis dosisnummer impfung impfungnr dose dosenumber planneddose geplantedosis dosisnr impfdosis doz impfdosisnr impfnr impfungnummer',
  product:
    'impfstoff impfstoffname vakzin vaccine vaccinename produkt product productname pzn atc atccode aşı vaccin impfstoffhandelsname handelsname',
  secondAt: 'termin2 zweitertermin zweittermin appointment2 secondappointment folgetermin',
  secondDate:
    'termin2datum termindatum2 zweittermindatum secondappointmentdate appointment2date datum2 folgetermindatum',
  secondTime:
    'termin2uhrzeit termin2zeit zweitterminuhrzeit secondappointmenttime appointment2time uhrzeit2 folgeterminuhrzeit',
};

const headerNames = new Map<string, ImportField>(
  Object.entries(namesOfFields).flatMap(([field, names]) =>
    names.split(' ').map((name) => [headerKeyOf(name), field as ImportField] as const),
  ),
);
