import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { VerifyBarcodeRefusal } from '../barcode/pass-barcode.ts';

/** Why the barcode of a pass is not genuine. */
export const barcodeTexts: Record<VerifyBarcodeRefusal, Bilingual> = {
  'length-wrong': {
    de: 'Der Barcode hat nicht die 42 Zeichen eines Passes.',
    en: 'The barcode does not have the 42 symbols of a pass.',
  },
  'symbol-foreign': {
    de: 'Der Barcode enthält Zeichen, die kein Pass hat.',
    en: 'The barcode has symbols that no pass has.',
  },
  'version-unknown': {
    de: 'Der Barcode hat eine unbekannte Version.',
    en: 'The barcode is of an unknown version.',
  },
  'dose-state-malformed': {
    de: 'Die Angaben im Barcode widersprechen sich.',
    en: 'What the barcode says contradicts itself.',
  },
  'key-unknown': {
    de: 'Der Barcode ist mit einem Schlüssel gesichert, den es hier nicht gibt.',
    en: 'The barcode is tagged under a key that is not held here.',
  },
  'tag-wrong': {
    de: 'Der Barcode ist gefälscht oder beschädigt: Sein Prüfwert stimmt nicht.',
    en: 'The barcode is forged or damaged: its tag is wrong.',
  },
};
