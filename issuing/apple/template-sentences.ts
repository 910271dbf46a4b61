import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { faultSentence } from './fault-sentences.ts';
import type { PassFault } from './pass-fault.ts';
import type { TemplateFault } from './validate-template.ts';

/** Why a template is not published, and what to change. */
export function templateSentence(fault: TemplateFault): Bilingual {
  switch (fault.code) {
    case 'text-missing':
      return {
        de: `Der Text «${fault.field}» fehlt auf ${fault.language === 'de' ? 'Deutsch' : 'Englisch'}.`,
        en: `The text "${fault.field}" is missing in ${fault.language === 'de' ? 'German' : 'English'}.`,
      };
    case 'template-colour-invalid':
      return {
        de: `«${fault.value}» ist keine Farbe. Farben werden wie #0B4F5C geschrieben (${fault.field}).`,
        en: `"${fault.value}" is not a colour. Colours are written like #0B4F5C (${fault.field}).`,
      };
    case 'contrast-too-low':
      return {
        de: `Schrift und Hintergrund unterscheiden sich zu wenig (${fault.ratio} : 1 bei ${fault.field}, nötig sind 4,5 : 1).`,
        en: `Text and background differ too little (${fault.ratio} : 1 for ${fault.field}, 4.5 : 1 is needed).`,
      };
    case 'field-needed':
      return {
        de: `Das Feld «${fault.key}» fehlt. Ein Impfpass braucht es ${fault.key === 'message' ? '' : 'auf der Vorderseite'}.`.replace(
          ' .',
          '.',
        ),
        en: `The field "${fault.key}" is missing. A vaccination pass needs it${fault.key === 'message' ? '' : ' on the front'}.`,
      };
    case 'field-placed-twice':
      return {
        de: `Das Feld «${fault.key}» steht an zwei Stellen. Bitte eine davon entfernen.`,
        en: `The field "${fault.key}" is in two places. Please remove one of them.`,
      };
    case 'place-full':
      return {
        de: `An der Stelle «${fault.place}» ist Platz für höchstens ${fault.limit} Felder.`,
        en: `There is room for at most ${fault.limit} fields in "${fault.place}".`,
      };
    case 'days-invalid':
      return {
        de: `${fault.value} ist keine Zahl von Tagen. Erlaubt ist eine ganze Zahl ab 1.`,
        en: `${fault.value} is not a number of days. A whole number from 1 on is allowed.`,
      };
    case 'model-rejected':
      return {
        de: `Das Pass-Modell nimmt die Vorlage so nicht an: ${fault.message}`,
        en: `The pass model does not accept the template like this: ${fault.message}`,
      };
    default:
      return faultSentence(fault as PassFault);
  }
}
