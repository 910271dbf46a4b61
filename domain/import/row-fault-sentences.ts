import type { Bilingual } from '../kernel/bilingual.ts';

/** What each fault says: a whole clause, or what goes on from the name of the field (`ist kein Datum`). */
export const sentences = {
  'quote-never-closed': {
    de: 'ein Anführungszeichen wird nicht geschlossen, ab hier ist die Zeile nicht lesbar',
    en: 'a quotation mark is never closed, the row cannot be read from there',
  },
  'row-too-long': {
    de: 'die Zeile ist länger als 64 000 Zeichen',
    en: 'the row is longer than 64,000 characters',
  },
  'too-many-columns': {
    de: 'die Zeile hat mehr als 500 Spalten',
    en: 'the row has more than 500 columns',
  },
  'too-many-cells': {
    de: 'die Zeile hat mehr Spalten als die Kopfzeile',
    en: 'the row has more columns than the header',
  },
  'too-few-cells': {
    de: 'die Zeile hat weniger Spalten als die Kopfzeile',
    en: 'the row has fewer columns than the header',
  },
  'cells-missing': {
    de: 'die Zeile hat weniger Spalten als die Kopfzeile; was am Ende fehlt, bleibt leer, bitte in der Akte ansehen',
    en: 'the row has fewer columns than the header; what is missing at its end stays empty, please look in the record',
  },
  'character-unreadable': {
    de: 'enthält Zeichen, die nicht lesbar sind; vielleicht ist eine andere Zeichenkodierung zu wählen',
    en: 'has characters that cannot be read; perhaps another character encoding must be chosen',
  },
  'other-encoding': {
    de: 'ist in einer anderen Zeichenkodierung geschrieben, als hier gelesen wird; bitte die Zeile berichtigen oder eine andere Zeichenkodierung wählen',
    en: 'is written in another character encoding than it is read in; please correct the row or choose another character encoding',
  },
  'name-missing': { de: 'der Name fehlt', en: 'the name is missing' },
  'name-order-unclear': {
    de: 'Vor- und Nachname stehen in einer Zelle, ohne dass klar ist, welcher welcher ist; bitte „Nachname, Vorname“ schreiben oder für die Spalte die andere Reihenfolge wählen',
    en: 'given and family name stand in one cell and it is not clear which is which; please write “family name, given name” or choose the other order for the column',
  },
  'given-name-open': {
    de: 'der Vorname fehlt; bitte am Empfang ergänzen',
    en: 'the given name is missing; please complete it at the desk',
  },
  'family-name-open': {
    de: 'der Nachname fehlt; bitte am Empfang ergänzen',
    en: 'the family name is missing; please complete it at the desk',
  },
  'name-split-unclear': {
    de: 'hat ein Wort, das zum Vornamen oder zum Nachnamen gehören kann; bitte in der Akte ansehen, wo es steht',
    en: 'has a word that may belong to the given or to the family name; please look in the record where it stands',
  },
  'name-too-long': { de: 'ist länger als 100 Zeichen', en: 'is longer than 100 characters' },
  'name-not-a-name': {
    de: 'enthält Zeichen, die in keinem Namen stehen',
    en: 'has characters that stand in no name',
  },
  'name-deceptive': {
    de: 'enthält Buchstaben, die anders sind, als sie aussehen (einer anderen Schrift, etwa kyrillische), oder unsichtbare; bitte neu eintippen',
    en: 'has letters that are other ones than they look (of another script, such as Cyrillic) or invisible ones; please type it anew',
  },
  'name-placeholder': {
    de: 'ist kein Name, sondern steht für einen, der nicht bekannt ist',
    en: 'is no name but stands for one that is not known',
  },
  'title-left-out': {
    de: 'enthält einen Titel oder Geburtsnamen; der Name wird ohne ihn übernommen',
    en: 'has a title or name at birth; the name is taken over without it',
  },
  'text-too-long': { de: 'ist zu lang', en: 'is too long' },
  'postcode-lacks-zero': {
    de: 'hat nur vier Ziffern, vielleicht fehlt die Null am Anfang; bleibt leer',
    en: 'has four digits only, perhaps the zero at its beginning is missing; stays empty',
  },
  'postcode-unreadable': {
    de: 'ist in diesem Land keine Postleitzahl und bleibt leer',
    en: 'is no postcode in that country and stays empty',
  },
  'only-first-kept': {
    de: 'enthält mehrere Angaben, nur die erste wird übernommen',
    en: 'has several entries, only the first is taken over',
  },
  'number-of-insurer': {
    de: 'ist die Nummer einer Krankenkasse, nicht die einer Person, und bleibt leer',
    en: 'is the number of an insurer, not of a person, and stays empty',
  },
  'number-of-card': {
    de: 'ist die Nummer einer Gesundheitskarte, nicht die der versicherten Person, und bleibt leer',
    en: 'is the number of a health card, not of the insured person, and stays empty',
  },
  'number-rounded': {
    de: 'wurde von einer Tabelle gerundet und bleibt leer; bitte die Spalte dort als Text formatieren',
    en: 'was rounded by a spreadsheet and stays empty; please format the column as text there',
  },
  'insurance-number-unreadable': {
    de: 'ist keine Versichertennummer und bleibt leer',
    en: 'is not an insurance number and stays empty',
  },
  'birth-date-missing': { de: 'das Geburtsdatum fehlt', en: 'the birth date is missing' },
  'date-unreadable': { de: 'ist kein Datum, das es gibt', en: 'is not a real date' },
  'date-is-number': {
    de: 'ist die Zahl, mit der eine Tabelle einen Tag zählt, und nicht der Tag; bitte die Spalte dort als Datum formatieren und die Liste neu speichern',
    en: 'is the number by which a spreadsheet counts a day, and not the day; please format the column as a date there and save the list anew',
  },
  'century-unclear': {
    de: 'das Jahrhundert ist nicht eindeutig, bitte das Jahr vierstellig angeben',
    en: 'the century is not clear, please give the year with four digits',
  },
  'birth-date-in-future': { de: 'liegt in der Zukunft', en: 'lies in the future' },
  'birth-date-too-early': { de: 'liegt mehr als 120 Jahre zurück', en: 'lies more than 120 years back' },
  'birth-dates-contradict': {
    de: 'zwei Spalten nennen verschiedene Geburtsdaten',
    en: 'two columns give different birth dates',
  },
  'product-unknown': {
    de: 'ist kein Impfstoff, den diese Station kennt; ein Termin dafür wird nicht übernommen. Bitte selbst buchen',
    en: 'is no vaccine that this station knows; a date for it is not taken over. Please book it yourself',
  },
  'sex-unreadable': {
    de: 'ist keine bekannte Angabe und bleibt leer',
    en: 'is not a known value and stays empty',
  },
  'email-unreadable': {
    de: 'ist keine E-Mail-Adresse und bleibt leer',
    en: 'is not an e-mail address and stays empty',
  },
  'phone-unreadable': {
    de: 'ist keine Telefonnummer und bleibt leer',
    en: 'is not a phone number and stays empty',
  },
  'country-unreadable': {
    de: 'ist kein bekanntes Land und bleibt leer',
    en: 'is not a known country and stays empty',
  },
  'language-unreadable': {
    de: 'ist weder Deutsch (de) noch Englisch (en), Nachrichten kommen auf Deutsch',
    en: 'is neither German (de) nor English (en), messages come in German',
  },
  'dose-unreadable': {
    de: 'ist keine Dosis des Impfschemas; ein Termin dafür wird nicht übernommen. Bitte selbst buchen',
    en: 'is not a dose of the schedule; a date for it is not taken over. Please book it yourself',
  },
  'dose-not-named': {
    de: 'ist nicht als Nummer einer Dosis lesbar; übernommen wird die Person, aber kein Termin. Bitte den Termin selbst buchen',
    en: 'cannot be read as the number of a dose; the person is taken over, but no date. Please book the date yourself',
  },
  'booking-off': {
    de: 'sagt, dass dieser Termin verlegt, noch nicht vergeben oder schon vorbei ist; übernommen wird die Person, aber kein Termin. Bitte den Termin selbst buchen',
    en: 'says that this date was moved, is not given yet or is over; the person is taken over, but no date. Please book the date yourself',
  },
  'status-unclear': {
    de: 'sagt nicht klar, ob der Termin gilt; er wird gebucht, bitte ansehen',
    en: 'does not say clearly whether the date stands; it is booked, please look',
  },
  'time-skipped': {
    de: 'diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren vorgestellt werden',
    en: 'there is no such time on that day because the clocks go forward',
  },
  'time-unreadable': { de: 'ist keine Uhrzeit', en: 'is not a time of day' },
  'time-missing': { de: 'zum Termin fehlt die Uhrzeit', en: 'the appointment has no time' },
  'date-missing': { de: 'zur Uhrzeit fehlt der Tag', en: 'the time has no day' },
  'day-closed': {
    de: 'an diesem Tag ist das Impfzentrum geschlossen; der Termin wird trotzdem gebucht, ohne Platz',
    en: 'the centre is closed on that day; the appointment is booked all the same, without a place',
  },
  'appointment-cancelled': {
    de: 'der Termin ist dort abgesagt; die Zeile wird nicht übernommen',
    en: 'the appointment is cancelled there; the row is not taken over',
  },
  'appointment-in-past': {
    de: 'der Termin liegt in der Vergangenheit',
    en: 'the appointment lies in the past',
  },
  'appointment-too-far': {
    de: 'der Termin liegt mehr als zwei Jahre in der Zukunft',
    en: 'the appointment lies more than two years ahead',
  },
  'appointment-before-birth': {
    de: 'der Termin liegt vor der Geburt',
    en: 'the appointment lies before the birth',
  },
  'centre-unnamed': {
    de: 'der Ort des Termins hat keinen Namen',
    en: 'the place of the appointment has no name',
  },
  'first-missing': {
    de: 'der zweite Termin steht ohne ersten da',
    en: 'the second appointment stands without a first',
  },
  'interval-too-short': {
    de: 'der zweite Termin liegt zu kurz nach dem ersten',
    en: 'the second appointment is too soon after the first',
  },
  'interval-too-long': {
    de: 'der zweite Termin liegt zu lange nach dem ersten',
    en: 'the second appointment is too long after the first',
  },
  'dose-already-given': {
    de: 'diese Dosis ist hier schon gegeben',
    en: 'this dose was already given here',
  },
  'dose-not-planned': {
    de: 'eine so hohe Dosis ist für diese Person nicht vorgesehen: Die Impfserie ist vorher abgeschlossen',
    en: 'no such dose is planned for this person: the series is complete before it',
  },
  'dose-out-of-order': {
    de: 'der Termin liegt nicht vor dem einer späteren Dosis',
    en: 'the appointment is not before that of a later dose',
  },
  'appointment-over': {
    de: 'der Termin ist hier schon vorbei und lässt sich nicht verschieben',
    en: 'the appointment is over here and cannot be moved',
  },
  'dose-already-booked': {
    de: 'für diese Dosis ist schon ein anderer Termin gebucht',
    en: 'another appointment is already booked for this dose',
  },
  'appointment-of-somebody-else': {
    de: 'diese Termin-Nummer gehört hier schon zu einer anderen Person; der Termin wird ohne sie gebucht',
    en: 'this appointment number already belongs to another person here; the date is booked without it',
  },
  'same-id-differs': {
    de: 'eine frühere Zeile hat dieselbe Nummer und nennt eine andere Person',
    en: 'an earlier row has the same number and names another person',
  },
  'person-erased': {
    de: 'diese Person wurde hier gelöscht und wird nicht wieder angelegt',
    en: 'this person was erased here and is not registered again',
  },
  'person-restricted': {
    de: 'die Akte dieser Person ist hier eingeschränkt; über sie entscheidet die Leitung, die Zeile ändert nichts',
    en: 'the record of this person is restricted here; the site lead decides about it, the row changes nothing',
  },
  'immunization-in-list': {
    de: 'Impfungen werden nicht mit der Liste übernommen. Bitte die Datei in der Akte der Person öffnen',
    en: 'vaccinations are not taken with the list. Please open the file in the record of the person',
  },
  'resource-unknown': {
    de: 'diese Art von Eintrag wird nicht eingelesen',
    en: 'this kind of entry is not read',
  },
  'resource-invalid': {
    de: 'der Eintrag ist unvollständig oder falsch aufgebaut',
    en: 'the entry is incomplete or built wrongly',
  },
  'part-invalid': {
    de: 'ein Teil des Eintrags ist falsch aufgebaut und wird nicht übernommen',
    en: 'a part of the entry is built wrongly and is not taken over',
  },
  'no-bundle': {
    de: 'die Datei ist kein FHIR-Bundle mit Einträgen',
    en: 'the file is not a FHIR bundle with entries',
  },
  'bundle-cut-off': {
    de: 'die Datei bricht mitten im Bundle ab',
    en: 'the file breaks off in the middle of the bundle',
  },
  'patient-missing': {
    de: 'die Person zu diesem Termin steht nicht in der Datei',
    en: 'the person of this appointment is not in the file',
  },
  'patient-refused': {
    de: 'die Person zu diesem Termin wird nicht übernommen, deshalb auch der Termin nicht',
    en: 'the person of this appointment is not taken over, and so neither is the appointment',
  },
  'person-deceased': {
    de: 'diese Person ist dort als verstorben eingetragen',
    en: 'this person is entered there as deceased',
  },
  'record-replaced': {
    de: 'diese Akte gilt dort nicht mehr oder wurde durch eine andere ersetzt',
    en: 'this record is no longer in use there or was replaced by another',
  },
  'likely-duplicate': {
    de: 'diese Person ist wahrscheinlich schon da',
    en: 'this person is probably here already',
  },
  'number-of-somebody-else': {
    de: 'diese Nummer gehört hier einer Person mit anderem Namen und Geburtsdatum; als neue Person wird die Zeile ohne die Nummer übernommen',
    en: 'this number belongs to a person with another name and birth date here; as a new person the row is taken over without the number',
  },
  'insurance-number-known': {
    de: 'diese Versichertennummer hat schon eine Person mit anderem Namen oder Geburtsdatum',
    en: 'a person with another name or birth date has this insurance number already',
  },
  'changed-since': {
    de: 'diese Akte wurde geändert, nachdem die Zeile gewählt war; bitte noch einmal ansehen',
    en: 'this record was changed after the row was chosen; please look again',
  },
  'changed-here': {
    de: 'diese Person ist hier schon bekannt, aber mit anderen Angaben',
    en: 'this person is known here already, but with other details',
  },
} as const satisfies Record<string, Bilingual>;
