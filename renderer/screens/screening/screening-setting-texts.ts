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
    whoReads: 'Only vaccinators, screening doctors and site leads read the answers, not the reception.',
  },
});
