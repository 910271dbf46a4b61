import type { Language } from '../domain/kernel/bilingual.ts';

/** Which way to the pass a device most likely has. It only orders the page: every way stays on it. */
export type Device = 'apple' | 'android' | 'other';

export function deviceOf(userAgent: string | undefined): Device {
  if (!userAgent) return 'other';
  // Windows phones named both others; a Mac has no wallet that takes a pass by itself.
  if (/Windows Phone/i.test(userAgent)) return 'other';
  if (/iPhone|iPad|iPod|Apple Watch/.test(userAgent)) return 'apple';
  return /Android/i.test(userAgent) ? 'android' : 'other';
}

/** The language of a page: what was chosen on it, else the first of ours that the browser asks for. */
export function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  if (chosen === 'de' || chosen === 'en') return chosen;
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .sort((one, other) => other.quality - one.quality)
    .find(({ language, quality }) => quality > 0 && (language === 'de' || language === 'en'));
  return wanted?.language === 'en' ? 'en' : 'de';
}
