import { areaTexts } from '../../i18n/area-texts.ts';

export const messagesTexts = areaTexts({
  de: {
    title: 'Nachrichten',
    about:
      'Allen schreiben, die an bestimmten Tagen einen Termin haben, zum Beispiel die Hausregeln. Die Zentrale schreibt die Nachricht auf die Pässe dieser Personen und schickt E-Mails an alle, die dem zugestimmt haben.',
    write: 'Nachricht schreiben',
    de: 'Text auf Deutsch',
    en: 'Text auf Englisch',
    textHint:
      'Höchstens 500 Zeichen. Bitte keine Gesundheitsangaben: Der Text steht auf dem Sperrbildschirm.',
    to: 'An wen',
    toDay: 'alle mit einem Termin an einem Tag',
    toPeriod: 'alle mit einem Termin in einem Zeitraum',
    toComing: 'alle mit einem kommenden Termin',
    day: 'Tag',
    from: 'Vom',
    until: 'Bis',
    untilHint: 'Höchstens 31 Tage.',
    preview: 'Vorschau',
    previewTitle: 'Nachricht prüfen und senden',
    onPhone: 'So zeigt es das Handy',
    byMail: 'So steht es in der E-Mail',
    reaches: 'Nach dem Stand dieser Station bekommen es:',
    passes_one: '{count, number} Person auf ihrem Pass',
    passes_other: '{count, number} Personen auf ihrem Pass',
    mails_one: 'davon {count, number} auch per E-Mail, wenn die Zentrale E-Mails verschickt',
    mails_other: 'davon {count, number} auch per E-Mail, wenn die Zentrale E-Mails verschickt',
    google:
      'Ein Handy mit Google Wallet zeigt den Text nicht, wenn das Zentrum neutrale Karten ausgibt. Gesperrte Akten werden ausgelassen.',
    nobody: 'Zurzeit hat an diesen Tagen niemand einen Termin und einen gültigen Pass.',
    sameSent: 'Dieselbe Nachricht wurde am {at} Uhr schon gesendet, auch an Menschen, die sie jetzt bekämen.',
    again: 'Trotzdem noch einmal senden',
    send_one: 'An {count, number} Person senden',
    send_other: 'An {count, number} Personen senden',
    taken: 'Die Nachricht ist gespeichert. Was aus ihr wird, steht unten.',
    before: 'Gesendete Nachrichten',
    none: 'Von hier wurde noch keine Nachricht gesendet.',
    onDay: 'Termin am {day}',
    onDays: 'Termin vom {from} bis {to}',
    onDaysFrom: 'Termin ab {from}',
    by: '{at} Uhr von {name}',
    byUnknown: '{at} Uhr',
    waiting:
      'Wartet: Die Zentrale hat sie noch nicht. Sie geht von selbst hinaus, sobald die Leitung da ist.',
    underWay: 'Die Zentrale hat sie und schreibt sie auf die Pässe.',
    unknown:
      'Ungewiss: Das Zentrum hat die Zentrale verlassen, bevor sie geantwortet hat. Von selbst geht nichts mehr hinaus. Wer es wissen muss, ist anders zu erreichen.',
    written: 'Auf {passes} geschrieben, {mails}.',
    writtenPasses_one: '{count, number} Pass',
    writtenPasses_other: '{count, number} Pässe',
    writtenMails_zero: 'keine E-Mail',
    writtenMails_one: '{count, number} E-Mail auf dem Weg',
    writtenMails_other: '{count, number} E-Mails auf dem Weg',
    tooLate:
      'Nicht gesendet: Als sie bei der Zentrale ankam, waren die Tage vorbei. Wer es wissen muss, ist anders zu erreichen.',
    alone:
      'Dieses Zentrum arbeitet eigenständig. Karten im iPhone ändern sich hier nicht von selbst, deshalb kann von hier keine Nachricht an alle auf die Pässe geschrieben werden. Das geht, sobald das Zentrum einer Zentrale beigetreten ist.',
  },
  en: {
    title: 'Messages',
    about:
      'Write to everybody who has an appointment on certain days, such as the house rules. Headquarters writes it onto their passes and sends e-mails to all who agreed to that.',
    write: 'Write a message',
    de: 'Text in German',
    en: 'Text in English',
    textHint: '500 characters at most. No health details, please: the text is shown on the lock screen.',
    to: 'To whom',
    toDay: 'everybody with an appointment on one day',
    toPeriod: 'everybody with an appointment in a period',
    toComing: 'everybody with an appointment to come',
    day: 'Day',
    from: 'From',
    until: 'Until',
    untilHint: '31 days at most.',
    preview: 'Preview',
    previewTitle: 'Check and send the message',
    onPhone: 'This is what the phone shows',
    byMail: 'This is what the e-mail says',
    reaches: 'By what this station knows, it reaches:',
    passes_one: '{count, number} person on their pass',
    passes_other: '{count, number} people on their pass',
    mails_one: 'of them {count, number} by e-mail too, if headquarters sends e-mails',
    mails_other: 'of them {count, number} by e-mail too, if headquarters sends e-mails',
    google:
      'A phone with Google Wallet does not show the text where the centre issues neutral cards. Restricted records are left out.',
    nobody: 'Nobody has an appointment on these days and a valid pass at the moment.',
    sameSent: 'The same message was sent on {at} already, also to people who would get it now.',
    again: 'Send it once more all the same',
    send_one: 'Send to {count, number} person',
    send_other: 'Send to {count, number} people',
    taken: 'The message is saved. What becomes of it is shown below.',
    before: 'Messages sent',
    none: 'No message was sent from here yet.',
    onDay: 'Appointment on {day}',
    onDays: 'Appointment from {from} to {to}',
    onDaysFrom: 'Appointment from {from} on',
    by: '{at} by {name}',
    byUnknown: '{at}',
    waiting:
      'Waiting: headquarters does not have it yet. It goes out by itself as soon as the line is there.',
    underWay: 'Headquarters has it and writes it onto the passes.',
    unknown:
      'Uncertain: the centre left headquarters before it answered. Nothing goes out by itself any more. Whoever has to know is to be reached in another way.',
    written: 'Written onto {passes}, {mails}.',
    writtenPasses_one: '{count, number} pass',
    writtenPasses_other: '{count, number} passes',
    writtenMails_zero: 'no e-mail',
    writtenMails_one: '{count, number} e-mail on its way',
    writtenMails_other: '{count, number} e-mails on their way',
    tooLate:
      'Not sent: the days were over when it came to headquarters. Whoever has to know is to be reached in another way.',
    alone:
      'This centre works by itself. Cards in an iPhone do not change by themselves here, so no message to all can be written onto the passes. That works once the centre has joined a headquarters.',
  },
});

export const messagesRefusals = areaTexts({
  de: {
    'message-not-connected':
      'Dieses Zentrum ist mit keiner Zentrale verbunden. Die Nachricht wurde nicht gesendet.',
    'message-period':
      'Diese Tage gehen nicht: Sie dürfen nicht vorbei sein, und es sind höchstens 31 Tage. Bitte prüfen.',
    'message-sent-before':
      'Dieselbe Nachricht wurde gerade schon gesendet. Bitte schließen und in der Liste unten nachsehen.',
  },
  en: {
    'message-not-connected': 'This centre is connected with no headquarters. The message was not sent.',
    'message-period': 'These days do not work: they must not be over, and are 31 at most. Please check.',
    'message-sent-before':
      'The same message was sent just now. Please close this and look at the list below.',
  },
});
