import type { Questionnaire } from './questionnaire.ts';

/** What is asked before any vaccination of somebody who comes to a centre. */
export const generalQuestionnaire: Questionnaire = {
  id: 'general',
  version: 1,
  name: { de: 'Allgemeine Fragen vor einer Impfung', en: 'General questions before a vaccination' },
  source: 'RKI: Kontraindikationen und falsche Kontraindikationen; Aufklärungsmerkblätter; STIKO 2025',
  questions: [
    {
      id: 'acute-fever',
      text: {
        de: 'Sind Sie zurzeit akut krank oder haben Sie Fieber (38,5 °C oder mehr)?',
        en: 'Are you acutely ill at the moment, or do you have a fever (38.5 °C or more)?',
      },
      yes: 'stop',
    },
    {
      id: 'severe-allergy',
      text: {
        de: 'Hatten Sie nach einer früheren Dosis dieses Impfstoffs oder auf einen seiner Bestandteile eine schwere allergische Reaktion?',
        en: 'Have you had a severe allergic reaction to an earlier dose of this vaccine or to one of its ingredients?',
      },
      yes: 'stop',
    },
    {
      id: 'earlier-reaction',
      text: {
        de: 'Ging es Ihnen nach einer früheren Impfung schlecht, oder sind Sie dabei ohnmächtig geworden?',
        en: 'Did you feel unwell after an earlier vaccination, or did you faint?',
      },
      yes: 'ask-the-doctor',
    },
    {
      id: 'bleeding',
      text: {
        de: 'Nehmen Sie Blutverdünner, oder haben Sie eine Gerinnungsstörung?',
        en: 'Do you take blood thinners, or do you have a bleeding disorder?',
      },
      yes: 'note',
    },
    {
      id: 'immunodeficiency',
      text: {
        de: 'Ist Ihr Immunsystem geschwächt, durch eine Krankheit oder durch Medikamente?',
        en: 'Is your immune system weakened, by an illness or by medicines?',
      },
      yes: 'ask-the-doctor',
    },
    {
      id: 'pregnancy',
      text: { de: 'Sind Sie schwanger, oder könnten Sie es sein?', en: 'Are you pregnant, or might you be?' },
      yes: 'ask-the-doctor',
    },
    {
      id: 'recent-vaccination',
      text: {
        de: 'Wurden Sie in den letzten vier Wochen geimpft?',
        en: 'Were you vaccinated in the last four weeks?',
      },
      yes: 'ask-the-doctor',
    },
  ],
};
