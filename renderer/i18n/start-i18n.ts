import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../domain/kernel/bilingual.ts';
import { isolated } from '../../domain/kernel/direction-marks.ts';
import type { TextsInBoth } from './area-texts.ts';

const STORED = 'station-language';

/** German unless somebody chose English on this station before. */
export function startI18n(texts: TextsInBoth): void {
  const lng: Language = localStorage.getItem(STORED) === 'en' ? 'en' : 'de';
  document.documentElement.lang = lng;
  void i18next.use(initReactI18next).init({
    lng,
    fallbackLng: 'de',
    resources: { de: { translation: texts.de }, en: { translation: texts.en } },
    // React escapes markup; what is left to do is to keep a value of another script from turning the sentence.
    interpolation: { prefix: '{', suffix: '}', escapeValue: true, escape: isolated },
    initAsync: false,
  });
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
