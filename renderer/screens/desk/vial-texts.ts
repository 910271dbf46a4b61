import { areaTexts } from '../../i18n/area-texts.ts';

export const vialTexts = areaTexts({
  de: {
    facts_one: 'Flasche {number} von Charge {lot}, {count} Dosis übrig',
    facts_other: 'Flasche {number} von Charge {lot}, {count} Dosen übrig',
    timeLeft: 'noch {time} h',
    opens_one: 'Flasche {number} dieser Charge wird mit dieser Dosis geöffnet ({count} Dosis).',
    opens_other: 'Flasche {number} dieser Charge wird mit dieser Dosis geöffnet ({count} Dosen).',
    hours: 'Danach ist sie {hours} Stunden verwendbar.',
    notInBooks: 'Nach dem Bestand liegt keine mehr da: Das bleibt als Abweichung sichtbar.',
    choose: 'Von dieser Charge stehen mehrere Flaschen offen. Welche ist es?',
    openNew: 'Es ist eine neue Flasche',
    unknownLot:
      'Diese Charge ist nicht als Eingang erfasst. Die Dosis wird trotzdem gespeichert und im Bestand als Abweichung gezeigt.',
    otherProduct:
      'Diese Charge ist als {product} eingegangen. Bitte das Etikett lesen und die richtige Flasche scannen.',
    blockedBecause: 'Grund: {reason}',
    extended: 'Verlängert: verwendbar bis {date}.',
    label: 'Flasche',
    newVial: 'neu, wird mit dieser Dosis geöffnet',
  },
  en: {
    facts_one: 'Vial {number} of lot {lot}, {count} dose left',
    facts_other: 'Vial {number} of lot {lot}, {count} doses left',
    timeLeft: '{time} h more',
    opens_one: 'Vial {number} of this lot is opened with this dose ({count} dose).',
    opens_other: 'Vial {number} of this lot is opened with this dose ({count} doses).',
    hours: 'After that it can be used for {hours} hours.',
    notInBooks: 'By the books there is none left: that stays visible as a difference.',
    choose: 'Several vials of this lot stand open. Which one is it?',
    openNew: 'It is a new vial',
    unknownLot:
      'This lot was not received here. The dose is saved nevertheless, and shown as a difference in the stock.',
    otherProduct: 'This lot came in as {product}. Please read the label and scan the right vial.',
    blockedBecause: 'Reason: {reason}',
    extended: 'Extended: can be used until {date}.',
    label: 'Vial',
    newVial: 'new, opened with this dose',
  },
});
