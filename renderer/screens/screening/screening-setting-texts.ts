import { areaTexts } from '../../i18n/area-texts.ts';

export const screeningSettingTexts = areaTexts({
  de: {
    on: 'Eingeschaltet: Vor jeder Dosis wird danach gefragt.',
    off: 'Ausgeschaltet: Am Empfang wird nicht danach gefragt.',
    switchOn: 'Einschalten',
    switchOff: 'Ausschalten',
    means: {
      stop: 'Ja: keine Dosis',
      'ask-the-doctor': 'Ja: ärztlich klären',
      note: 'Ja: Hinweis',
    },
    source:
      'Fassung {version}. Quelle: {source}. Bitte lassen Sie die Fragen vor dem Einschalten ärztlich prüfen.',
    ahead:
      'Ist das Zentrum mit einer Zentrale verbunden, kann man die Fragen auf der eigenen Terminseite vorab beantworten. Gefragt wird am Empfang trotzdem.',
    whoReads: 'Die Antworten lesen nur Impfen, Ärztliches Gespräch und Leitung, nicht der Empfang.',
  },
  en: {
    on: 'Switched on: these are asked before each dose.',
    off: 'Switched off: the desk does not ask.',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    means: {
      stop: 'Yes: no dose',
      'ask-the-doctor': 'Yes: ask the doctor',
      note: 'Yes: note',
    },
    source:
      'Version {version}. Source: {source}. Please let a doctor check the questions before they are switched on.',
    ahead:
      'Where the centre is connected to a headquarters, people can answer the questions ahead on the page with their appointments. The desk asks all the same.',
    whoReads: 'Only vaccinators, screening doctors and site leads read the answers, not the reception.',
  },
});
