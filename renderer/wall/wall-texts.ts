import { areaTexts } from '../i18n/area-texts.ts';

/** What everybody in the room reads. */
export const wallTexts = areaTexts({
  de: {
    window: 'Impfpass Station – Anzeige für den Raum',
    title: 'Bitte auf das Ende Ihrer Passnummer achten',
    waiting: 'Warteraum',
    called: 'Bitte zur Impfung',
    empty: 'Zurzeit wartet niemand.',
    wait: 'Wartezeit jetzt etwa {time}',
    waitUnknown: 'Wartezeit noch nicht bekannt',
    starting: 'Die Anzeige startet.',
    lost: 'Diese Anzeige ist nicht aktuell. Bitte fragen Sie am Empfang.',
    lostSince: 'Diese Anzeige ist seit {clock} Uhr nicht aktuell. Bitte fragen Sie am Empfang.',
  },
  en: {
    window: 'Impfpass Station – room display',
    title: 'Please look for the end of your pass number',
    waiting: 'Waiting room',
    called: 'Please go to the vaccination',
    empty: 'Nobody is waiting at the moment.',
    wait: 'Waiting time now about {time}',
    waitUnknown: 'Waiting time not known yet',
    starting: 'The display is starting.',
    lost: 'This display is not up to date. Please ask at the reception.',
    lostSince: 'This display has not been up to date since {clock}. Please ask at the reception.',
  },
});
