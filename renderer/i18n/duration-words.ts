import type { Language } from '../../domain/kernel/bilingual.ts';

const MINUTES_PER_HOUR = 60;

/** `12 min`, `10 Std. 24 min` in German, `10 h 24 min` in English: nobody reckons 624 minutes. */
export function durationWords(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  const rest = minutes % MINUTES_PER_HOUR;
  if (hours === 0) return `${rest}\u00a0min`;
  const whole = `${hours}\u00a0${language === 'de' ? 'Std.' : 'h'}`;
  return rest === 0 ? whole : `${whole} ${rest}\u00a0min`;
}
