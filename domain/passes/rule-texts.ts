import type { Bilingual } from '../kernel/bilingual.ts';
import type { FieldKey, FieldPlace } from './pass-template.ts';
import type { RuleFault } from './template-rules.ts';
import { fieldNames, placeNames } from './template-texts.ts';

/** What is wrong with a template and what to change, in a sentence. */
export function ruleSentence(fault: RuleFault): Bilingual {
  switch (fault.code) {
    case 'text-missing':
      return fault.language === 'de'
        ? { de: 'Der deutsche Text fehlt.', en: 'The German text is missing.' }
        : { de: 'Der englische Text fehlt.', en: 'The English text is missing.' };
    case 'text-too-long':
      return {
        de: `Der Text ist zu lang: höchstens ${fault.limit} Zeichen.`,
        en: `The text is too long: at most ${fault.limit} characters.`,
      };
    case 'placeholder-unknown':
      return {
        de: `Den Platzhalter {${fault.name}} gibt es nicht.`,
        en: `There is no placeholder {${fault.name}}.`,
      };
    case 'announcement-without-value':
      return {
        de: 'In der Meldung fehlt %@. Dort setzt das Telefon den neuen Wert ein.',
        en: 'The announcement lacks %@, where the phone puts the new value.',
      };
    case 'template-colour-invalid':
      return {
        de: `„${fault.value}“ ist keine Farbe. Farben werden wie #0B4F5C geschrieben.`,
        en: `"${fault.value}" is not a colour. Colours are written like #0B4F5C.`,
      };
    case 'contrast-too-low':
      return {
        de: `Schrift und Hintergrund unterscheiden sich zu wenig (${decimal(fault.ratio)} : 1, nötig sind 4,5 : 1).`,
        en: `Text and background differ too little (${fault.ratio} : 1, 4.5 : 1 is needed).`,
      };
    case 'location-invalid':
      return {
        de: 'Diesen Ort gibt es nicht. Die Breite reicht von -90 bis 90, die Länge von -180 bis 180.',
        en: 'There is no such place. Latitude goes from -90 to 90, longitude from -180 to 180.',
      };
    case 'locations-too-many':
      return {
        de: `Höchstens ${fault.limit} Orte sind möglich.`,
        en: `At most ${fault.limit} places are possible.`,
      };
    case 'days-invalid':
      return {
        de: 'Bitte eine ganze Zahl von Tagen angeben, von 1 bis 3650.',
        en: 'Please enter a whole number of days, from 1 to 3650.',
      };
    case 'images-exclude':
      return {
        de: 'Ein Telefon zeigt entweder das Streifenbild oder das kleine Bild. Bitte eines davon entfernen.',
        en: 'A phone shows either the strip or the thumbnail. Please remove one of them.',
      };
    default:
      return placeSentence(fault);
  }
}

function placeSentence(
  fault: Extract<RuleFault, { part: string; code: `field-${string}` | 'place-full' }>,
): Bilingual {
  switch (fault.code) {
    case 'field-needed': {
      const { de, en } = fieldNames[fault.key as FieldKey];
      return fault.key === 'message'
        ? {
            de: `Das Feld „${de}“ fehlt: Ohne es erreicht keine Mitteilung ein Telefon.`,
            en: `The field "${en}" is missing: without it no message reaches a phone.`,
          }
        : {
            de: `Das Feld „${de}“ fehlt. Ein Impfpass braucht es auf der Vorderseite.`,
            en: `The field "${en}" is missing. A vaccination pass needs it on the front.`,
          };
    }
    case 'field-placed-twice': {
      const { de, en } = fieldNames[fault.key as FieldKey];
      return {
        de: `Das Feld „${de}“ steht an zwei Stellen. Bitte eine davon entfernen.`,
        en: `The field "${en}" is in two places. Please remove one of them.`,
      };
    }
    case 'place-full': {
      const { de, en } = placeNames[fault.place as FieldPlace];
      return {
        de: `An der Stelle „${de}“ ist Platz für höchstens ${fault.limit} ${fault.limit === 1 ? 'Feld' : 'Felder'}.`,
        en: `There is room for at most ${fault.limit} ${fault.limit === 1 ? 'field' : 'fields'} in "${en}".`,
      };
    }
  }
}

function decimal(ratio: number): string {
  return String(ratio).replace('.', ',');
}
