/** What the operator's pages say of messages to all. */
export const messageTexts = {
  messages: { de: 'Nachricht an Pässe', en: 'Message to passes' },
  messagesLead: {
    de: 'Zum Beispiel Hausregeln. Die Nachricht steht auf dem Pass, das iPhone zeigt sie an; wer E-Mails gewünscht hat, bekommt sie auch so. Schreiben Sie nichts über einzelne Personen.',
    en: 'House rules, for example. The message stands on the pass and the iPhone shows it; whoever wanted e-mail gets it that way too. Please write nothing about single people.',
  },
  messageWrite: { de: 'Nachricht schreiben', en: 'Write a message' },
  messageDe: { de: 'Nachricht auf Deutsch', en: 'Message in German' },
  messageEn: { de: 'Nachricht auf Englisch', en: 'Message in English' },
  messageTo: { de: 'An wen', en: 'To whom' },
  messageAll: { de: 'alle gültigen Pässe dieses Zentrums', en: 'all valid passes of this centre' },
  messageDays: {
    de: 'alle mit einem Termin in diesem Zeitraum (bitte unten angeben)',
    en: 'everybody with an appointment in this period (please enter it below)',
  },
  messageAppointment: { de: 'alle mit Termin:', en: 'everybody with an appointment:' },
  messageFrom: { de: 'Termin ab (Tag)', en: 'Appointment from (day)' },
  messageUntil: {
    de: 'Termin bis (Tag; leer: nur der erste)',
    en: 'Appointment to (day; empty: the first alone)',
  },
  messagePreview: { de: 'Vorschau zeigen', en: 'Show the preview' },
  messagePreviewTitle: { de: 'Vorschau', en: 'Preview' },
  messageReaches: { de: 'Pässe, die sie bekommen: ', en: 'Passes that get it: ' },
  messageMails: { de: 'Davon auch per E-Mail: ', en: 'Of them also by e-mail: ' },
  messageOnPhone: { de: 'So zeigt sie das Telefon:', en: 'The phone shows it like this:' },
  messageNobody: {
    de: 'Zurzeit bekommt sie niemand. Bitte prüfen Sie den Zeitraum.',
    en: 'Nobody gets it at the moment. Please check the period.',
  },
  messageSend: { de: 'Jetzt senden, Anzahl Pässe: ', en: 'Send now, number of passes: ' },
  messageChange: { de: 'Ändern, noch nicht senden', en: 'Change, do not send yet' },
  messageSent: {
    de: 'Die Nachricht wird auf die Pässe geschrieben. Der Stand steht unten.',
    en: 'The message is being written onto the passes. Below you see how far it is.',
  },
  messageSentBefore: {
    de: 'Von dieser Seite wurde schon eine andere Nachricht gesendet. Diese hier ist noch nicht gesendet: Bitte sehen Sie sich die Vorschau noch einmal an.',
    en: 'Another message was already sent from this page. This one has not been sent yet: please look at its preview once more.',
  },
  messageWrong: {
    de: 'Bitte schreiben Sie beide Texte (höchstens 500 Zeichen). Ein Zeitraum hat höchstens 31 Tage, und „bis“ liegt nicht vor „ab“.',
    en: 'Please write both texts (at most 500 characters). A period has at most 31 days, and its end does not come before its beginning.',
  },
  messagesBefore: { de: 'Bisherige Nachrichten', en: 'Messages so far' },
  noMessage: { de: 'Noch keine Nachricht.', en: 'No message yet.' },
  messageUnderWay: { de: 'wird geschrieben, bisher Pässe: ', en: 'is being written, passes so far: ' },
  messageDone: { de: 'geschrieben, Pässe: ', en: 'written, passes: ' },
  backToCentre: { de: 'Zurück zum Zentrum', en: 'Back to the centre' },
} as const satisfies Readonly<Record<string, { de: string; en: string }>>;
