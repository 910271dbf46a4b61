import { areaTexts } from '../../i18n/area-texts.ts';

/** A visit that ends without a dose: at the desk and on the board. */
export const visitTexts = areaTexts({
  de: {
    end: 'Ohne Impfung …',
    endTitle: 'Ohne Impfung gegangen',
    why: 'Warum wurde heute nicht geimpft?',
    reasons: {
      medical: 'Aus medizinischen Gründen, z. B. nach den Fragen vor der Impfung',
      unwell: 'Fühlt sich nicht wohl',
      declined: 'Möchte nicht geimpft werden',
      'no-vaccine': 'Impfstoff nicht da',
      left: 'Gegangen, ohne etwas zu sagen',
      'not-told': 'Grund nicht vermerkt',
    },
    after:
      'Der Besuch ist damit zu Ende. Der Termin gilt nicht als versäumt, und die Dosis bleibt offen: Einen neuen Termin bucht F7 am Empfang.',
    confirm: 'Besuch beenden',
    endedAt: 'Um {clock} Uhr ohne Impfung gegangen: {reason}',
    ended: 'Ohne Impfung gegangen',
    resume: 'Zurücknehmen',
  },
  en: {
    end: 'No dose …',
    endTitle: 'Left without a dose',
    why: 'Why was no dose given today?',
    reasons: {
      medical: 'For medical reasons, after the screening questions for example',
      unwell: 'Does not feel well',
      declined: 'Does not want to be vaccinated',
      'no-vaccine': 'The vaccine was not there',
      left: 'Left without a word',
      'not-told': 'No reason noted',
    },
    after:
      'This ends the visit. The appointment does not count as missed, and the dose stays open: F7 at the desk books a new appointment.',
    confirm: 'End the visit',
    endedAt: 'Left without a dose at {clock}: {reason}',
    ended: 'Left without a dose',
    resume: 'Undo',
  },
});
