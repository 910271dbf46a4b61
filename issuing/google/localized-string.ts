import type { Bilingual } from '../../domain/kernel/bilingual.ts';

/** Google's text in several languages: German unless the phone speaks another that is there. */
export interface LocalizedString {
  readonly defaultValue: TranslatedString;
  readonly translatedValues?: readonly TranslatedString[];
}

export interface TranslatedString {
  readonly language: string;
  readonly value: string;
}

export function localized({ de, en }: Bilingual): LocalizedString {
  const defaultValue = { language: 'de', value: de };
  return de === en ? { defaultValue } : { defaultValue, translatedValues: [{ language: 'en', value: en }] };
}

/** What a phone in that language shows. */
export function valueIn(text: LocalizedString, language: string): string {
  const fitting = text.translatedValues?.find((value) => value.language === language);
  return (fitting ?? text.defaultValue).value;
}
