import type { Bilingual } from '../domain/kernel/bilingual.ts';

/** Every text of the pages where people book, move and cancel. */
export const bookingTexts = {
  title: { de: 'Impftermin buchen', en: 'Book a vaccination' },
  language: { de: 'English', en: 'Deutsch' },
  chooseCentre: { de: 'Bitte wählen Sie ein Impfzentrum.', en: 'Please choose a vaccination centre.' },
  noCentre: {
    de: 'Zurzeit kann nirgends online gebucht werden.',
    en: 'Nobody takes bookings online at the moment.',
  },
  product: { de: 'Impfstoff: {value}', en: 'Vaccine: {value}' },
  chooseDate: { de: '{value}. Termin: bitte wählen', en: 'Appointment {value}: please choose' },
  free: { de: '{value} frei', en: '{value} free' },
  oneTime: { de: '1 Zeit frei', en: '1 time free' },
  times: { de: '{value} Zeiten frei', en: '{value} slots free' },
  noDate: {
    de: 'Zurzeit ist hier kein Termin frei. Bitte schauen Sie später noch einmal oder rufen Sie uns an.',
    en: 'There is no free appointment here at the moment. Please look again later or call us.',
  },
  yourBirthDate: { de: 'Ihr Geburtsdatum', en: 'Your date of birth' },
  whyBirthDate: {
    de: 'Welche Termine zu Ihnen passen, hängt vom Alter ab. Bitte geben Sie zuerst das Geburtsdatum der Person an, die geimpft wird.',
    en: 'Which appointments are suitable depends on age. Please first enter the date of birth of the person to be vaccinated.',
  },
  showDates: { de: 'Termine zeigen', en: 'Show appointments' },
  otherBirthDate: { de: 'Anderes Geburtsdatum angeben', en: 'Enter another date of birth' },
  notDue: {
    de: 'Für dieses Geburtsdatum ist nach dem Impfschema des Zentrums an den buchbaren Tagen keine Impfung vorgesehen: {value} Wenn Ihnen die Impfung ärztlich empfohlen wurde, rufen Sie uns bitte an.',
    en: 'By the centre’s schedule no vaccination is due for this date of birth on the days that can be booked: {value} If a doctor recommended the vaccination to you, please call us.',
  },
  dateNotDue: {
    de: 'Dieser Termin passt nicht zum Geburtsdatum. Bitte wählen Sie neu.',
    en: 'This appointment does not fit the date of birth. Please choose again.',
  },
  laterDose: {
    de: 'Eine weitere Impfung ist ab {value} vorgesehen; so weit sind noch keine Termine geöffnet. Sie wählen diesen Termin später auf der Seite mit Ihrem Pass.',
    en: 'One more vaccination is due from {value}; no appointments are open yet that far ahead. You choose that one later on the page with your pass.',
  },
  again: { de: 'Termine neu wählen', en: 'Choose the dates again' },
  person: { de: 'Ihre Angaben', en: 'Your details' },
  givenName: { de: 'Vorname', en: 'Given name' },
  familyName: { de: 'Nachname', en: 'Family name' },
  birthDate: { de: 'Geburtsdatum', en: 'Date of birth' },
  birthDateHint: { de: 'Zum Beispiel 12.8.1964', en: 'Day, month, year: 12.8.1964' },
  email: { de: 'E-Mail (freiwillig)', en: 'E-mail (optional)' },
  phone: { de: 'Telefon (freiwillig)', en: 'Phone (optional)' },
  street: { de: 'Straße und Hausnummer (freiwillig)', en: 'Street and number (optional)' },
  postcode: { de: 'Postleitzahl (freiwillig)', en: 'Postcode (optional)' },
  city: { de: 'Ort (freiwillig)', en: 'Town (optional)' },
  mayMail: {
    de: 'Schicken Sie mir Pass, Termine und Erinnerungen an diese E-Mail-Adresse. Das kann ich jederzeit widerrufen.',
    en: 'Send me pass, appointments and reminders to this e-mail address. I can withdraw this at any time.',
  },
  consent: {
    de: 'Das Impfzentrum darf diese Angaben verarbeiten, um meine Impftermine zu planen und meinen Impfpass auszustellen.',
    en: 'The centre may process these details to plan my appointments and to issue my vaccination pass.',
  },
  book: { de: 'Verbindlich buchen', en: 'Book' },
  slotFull: {
    de: 'Der letzte Platz zu dieser Zeit wurde gerade vergeben. Bitte wählen Sie einen anderen Termin.',
    en: 'The last place at that time was just taken. Please choose another appointment.',
  },
  sentBefore: {
    de: 'Dieses Formular haben Sie schon einmal mit anderen Angaben abgeschickt, und jene Buchung gilt. Soll diese hier zusätzlich gelten, zum Beispiel für eine weitere Person, schicken Sie sie bitte jetzt ab.',
    en: 'You have already sent this form with other entries, and that booking holds. If this one shall hold as well, for another person for example, please send it now.',
  },
  stillBooking: {
    de: 'Ihre Buchung ist noch in Arbeit. Bitte warten Sie einen Augenblick und schicken Sie das Formular dann noch einmal ab; es wird nicht doppelt gebucht.',
    en: 'Your booking is still being worked on. Please wait a moment and then send the form once more; nothing is booked twice.',
  },
  oneFault: { de: 'Eine Angabe fehlt noch oder stimmt nicht:', en: 'One entry is missing or not right:' },
  faults: {
    de: '{value} Angaben fehlen noch oder stimmen nicht:',
    en: '{value} entries are missing or not right:',
  },
  givenNameMissing: { de: 'Bitte geben Sie Ihren Vornamen an.', en: 'Please enter your given name.' },
  familyNameMissing: { de: 'Bitte geben Sie Ihren Nachnamen an.', en: 'Please enter your family name.' },
  givenNameWrong: {
    de: 'Bitte schreiben Sie Ihren Vornamen wie im Ausweis, ohne Ziffern und Sonderzeichen.',
    en: 'Please write your given name as in your ID, without digits and special characters.',
  },
  familyNameWrong: {
    de: 'Bitte schreiben Sie Ihren Nachnamen wie im Ausweis, ohne Ziffern und Sonderzeichen.',
    en: 'Please write your family name as in your ID, without digits and special characters.',
  },
  birthDateMissing: { de: 'Bitte geben Sie Ihr Geburtsdatum an.', en: 'Please enter your date of birth.' },
  birthDateWrong: {
    de: 'Dieses Geburtsdatum kann nicht stimmen. Bitte prüfen Sie Tag, Monat und Jahr.',
    en: 'This date of birth cannot be right. Please check day, month and year.',
  },
  birthDateCentury: {
    de: 'Bitte geben Sie das Jahr mit vier Ziffern ein, zum Beispiel 1926 oder 2026.',
    en: 'Please enter the year with four digits, for example 1926 or 2026.',
  },
  ageNotAuthorised: {
    de: 'Für Menschen in diesem Alter ist dieser Impfstoff nicht zugelassen. Bitte prüfen Sie das Geburtsdatum, oder rufen Sie uns an, wenn die Impfung ärztlich empfohlen wurde.',
    en: 'This vaccine is not authorised for people of this age. Please check the date of birth, or call us if a doctor recommended the vaccination.',
  },
  emailMissing: {
    de: 'Bitte geben Sie eine E-Mail-Adresse an, oder nehmen Sie das Häkchen für E-Mails heraus.',
    en: 'Please enter an e-mail address, or untick the box for e-mails.',
  },
  emailWrong: {
    de: 'Diese E-Mail-Adresse ist nicht vollständig. Sie sieht so aus: name@beispiel.de',
    en: 'This e-mail address is not complete. It looks like this: name@example.com',
  },
  phoneWrong: {
    de: 'Diese Telefonnummer ist nicht vollständig. Bitte geben Sie sie mit Vorwahl an, nur mit Ziffern.',
    en: 'This phone number is not complete. Please enter it with its area code, in digits only.',
  },
  streetLong: {
    de: 'Straße und Hausnummer sind zu lang: höchstens 120 Zeichen.',
    en: 'Street and number are too long: 120 characters at most.',
  },
  postcodeWrong: {
    de: 'Das ist keine Postleitzahl. Eine deutsche hat fünf Ziffern; bei einer anderen schreiben Sie bitte das Land davor, zum Beispiel A-1010.',
    en: 'This is not a postcode. A German one has five digits; please write the country before any other, such as A-1010.',
  },
  cityLong: {
    de: 'Der Ort ist zu lang: höchstens 120 Zeichen.',
    en: 'The town is too long: 120 characters at most.',
  },
  consentMissing: {
    de: 'Ohne Ihre Einwilligung kann das Impfzentrum nichts buchen. Bitte setzen Sie das Häkchen.',
    en: 'The centre can book nothing without your consent. Please tick the box.',
  },
  interval: {
    de: 'Die beiden Termine liegen nicht im richtigen Abstand. Bitte wählen Sie neu.',
    en: 'The two appointments are not the right time apart. Please choose again.',
  },
  datesTitle: { de: 'Ihre Termine', en: 'Your appointments' },
  noDates: { de: 'Sie haben keinen offenen Termin.', en: 'You have no open appointment.' },
  date: { de: '{value}. Impfung', en: 'Vaccination {value}' },
  move: { de: 'Verschieben', en: 'Move' },
  cancel: { de: 'Absagen', en: 'Cancel' },
  moved: {
    de: 'Ihr Termin ist verschoben. Ihr Pass ändert sich mit.',
    en: 'Your appointment was moved. Your pass changes with it.',
  },
  moveOf: { de: '{value}. Impfung verschieben', en: 'Move vaccination {value}' },
  cancelOf: { de: '{value}. Impfung absagen', en: 'Cancel vaccination {value}' },
  cancelTitle: { de: 'Diesen Termin absagen?', en: 'Cancel this appointment?' },
  cancelText: {
    de: 'Der Platz wird sofort für andere frei. Danach können Sie einen neuen Termin wählen.',
    en: 'The place is free for others at once. You can choose a new appointment afterwards.',
  },
  stays: { de: 'Es bleibt die {value}. Impfung:', en: 'Vaccination {value} stays:' },
  cancelNow: { de: 'Ja, Termin absagen', en: 'Yes, cancel the appointment' },
  keep: { de: 'Nein, Termin behalten', en: 'No, keep the appointment' },
  keepTitle: { de: 'Diese Termine behalten?', en: 'Keep these appointments?' },
  keepStaying: { de: 'Diese Termine bleiben', en: 'These appointments stay' },
  keepEnding: { de: 'Diese Termine sagen wir ab', en: 'These appointments are cancelled' },
  keepText: {
    de: 'Die abgesagten Plätze werden sofort für andere frei. Ein Pass, zu dem dann kein Termin und keine Impfung mehr gehört, wird ungültig.',
    en: 'The places of the cancelled ones are free for others at once. A pass that has no appointment and no vaccination left becomes invalid.',
  },
  keepNow: { de: 'Ja, diese Termine behalten', en: 'Yes, keep these appointments' },
  keptTitle: { de: 'Ihre Termine bleiben', en: 'Your appointments stay' },
  keptText: {
    de: 'Die anderen Termine sind abgesagt.',
    en: 'The other appointments are cancelled.',
  },
  keepOverTitle: { de: 'Hier ist nichts mehr zu wählen', en: 'There is nothing left to choose here' },
  keepOverText: {
    de: 'Es gibt zu diesem Link keine zwei Buchungen mehr. Ihre Termine sehen Sie auf der Seite mit Ihrem Pass. Wenn etwas nicht stimmt, rufen Sie uns bitte an.',
    en: 'This link no longer belongs to two bookings. You see your appointments on the page with your pass. Please call us if something is wrong.',
  },
  cancelledTitle: { de: 'Abgesagte Termine', en: 'Cancelled appointments' },
  cancelledClosed: {
    de: 'Dieser Termin ist abgesagt: Das Impfzentrum ist an diesem Tag geschlossen.',
    en: 'This appointment is cancelled: the centre is closed on that day.',
  },
  cancelledAsked: { de: 'Dieser Termin ist abgesagt.', en: 'This appointment is cancelled.' },
  doNotCome: {
    de: 'Bitte kommen Sie zu dieser Zeit nicht.',
    en: 'Please do not come at that time.',
  },
  cancelledInstead: {
    de: 'Für diese Impfung gilt Ihr Termin am {value}.',
    en: 'For this vaccination your appointment is on {value}.',
  },
  cancelledCall: {
    de: 'Einen neuen Termin können Sie hier zurzeit nicht wählen. Wenn Sie einen brauchen, rufen Sie uns bitte an.',
    en: 'You cannot choose a new appointment here at present. If you need one, please call us.',
  },
  chooseInstead: {
    de: 'Neuen Termin für die {value}. Impfung wählen',
    en: 'Choose a new appointment for vaccination {value}',
  },
  closedDay: {
    de: 'An diesem Tag ist das Impfzentrum geschlossen. Bitte kommen Sie nicht, und verschieben Sie den Termin.',
    en: 'The centre is closed on that day. Please do not come, and move the appointment.',
  },
  openDose: { de: '{value}. Impfung: noch kein Termin', en: 'Vaccination {value}: no appointment yet' },
  chooseNew: { de: 'Neuen Termin wählen', en: 'Choose a new appointment' },
  inWindow: {
    de: 'Damit der Abstand zwischen den Impfungen stimmt, sehen Sie hier die Tage {value}.',
    en: 'So that the vaccinations are the right time apart, you see the days {value} here.',
  },
  onDay: {
    de: 'Damit der Abstand zwischen den Impfungen stimmt, sehen Sie hier nur den {value}.',
    en: 'So that the vaccinations are the right time apart, you see only {value} here.',
  },
  outsideWindow: {
    de: 'Im empfohlenen Zeitraum {value} ist nichts frei. Auch diese Tage sind möglich:',
    en: 'Nothing is free in the recommended time {value}. These days are possible, too:',
  },
  windowPassed: {
    de: 'Der empfohlene Zeitraum ist vorbei. Diese Tage sind noch möglich:',
    en: 'The recommended time is over. These days are still possible:',
  },
  nextTooSoon: {
    de: 'Bis zum Termin Ihrer {value}. Impfung reicht der Abstand nicht mehr. Bitte verschieben Sie zuerst jenen Termin, oder rufen Sie uns an.',
    en: 'There is not enough time left before your appointment for vaccination {value}. Please move that appointment first, or call us.',
  },
  noneFits: {
    de: 'An den Tagen, die zu Ihren anderen Impfungen und Terminen passen, ist nichts frei. Bitte schauen Sie später noch einmal, oder rufen Sie uns an.',
    en: 'Nothing is free on the days that fit your other vaccinations and appointments. Please look again later, or call us.',
  },
  booked: {
    de: 'Ihr neuer Termin ist gebucht. Ihr Pass ändert sich mit.',
    en: 'Your new appointment is booked. Your pass changes with it.',
  },
  cancelled: {
    de: 'Ihr Termin ist abgesagt. Sie können gleich einen neuen wählen.',
    en: 'Your appointment was cancelled. You can choose a new one at once.',
  },
  notChanged: {
    de: 'Dieser Termin lässt sich nicht mehr ändern. Bitte rufen Sie uns an.',
    en: 'This appointment can no longer be changed. Please call us.',
  },
  questions: { de: 'Fragen vor der Impfung beantworten', en: 'Answer the questions before the vaccination' },
  questionsAnswered: {
    de: 'Sie haben die Fragen vor der Impfung beantwortet.',
    en: 'You have answered the questions before the vaccination.',
  },
  questionsAgain: { de: 'Antworten ändern', en: 'Change the answers' },
  toPass: { de: 'Zurück zum Pass', en: 'Back to the pass' },
  help: { de: 'Fragen? Rufen Sie uns an: {value}', en: 'Questions? Call us: {value}' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type BookingText = keyof typeof bookingTexts;
