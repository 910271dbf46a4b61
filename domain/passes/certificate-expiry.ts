import type { Bilingual } from '../kernel/bilingual.ts';
import { type Instant, secondsBetween } from '../kernel/instant.ts';

/** How near the end of a certificate is. A new one takes days, so the first warning comes 90 days ahead. */
export type ExpiryLevel = 'fine' | 'notice' | 'soon' | 'urgent' | 'expired';

export interface ExpiryWarning {
  readonly level: ExpiryLevel;
  /** Whole days left; negative once expired. */
  readonly daysLeft: number;
  /** Absent while nothing has to be done. */
  readonly sentence?: Bilingual;
}

/** What ends: the certificate that passes are signed with, or the one of vaccination certificates. */
export type ExpiringKind = 'pass' | 'document';

/** Warns at 90, 30 and 7 days before `notAfter`. */
export function expiryWarning(notAfter: Instant, now: Instant, kind: ExpiringKind = 'pass'): ExpiryWarning {
  const daysLeft = Math.floor(secondsBetween(now, notAfter) / secondsPerDay);
  const level = levelOf(daysLeft);
  return level === 'fine'
    ? { level, daysLeft }
    : { level, daysLeft, sentence: sentenceOf(level, daysLeft, kind) };
}

const secondsPerDay = 86_400;

function levelOf(daysLeft: number): ExpiryLevel {
  if (daysLeft < 0) return 'expired';
  if (daysLeft <= 7) return 'urgent';
  if (daysLeft <= 30) return 'soon';
  return daysLeft <= 90 ? 'notice' : 'fine';
}

function sentenceOf(level: ExpiryLevel, daysLeft: number, kind: ExpiringKind): Bilingual {
  if (level === 'expired') return ended[kind];
  const days = {
    de: daysLeft === 1 ? 'in einem Tag' : daysLeft === 0 ? 'heute' : `in ${daysLeft} Tagen`,
    en: daysLeft === 1 ? 'in one day' : daysLeft === 0 ? 'today' : `in ${daysLeft} days`,
  };
  return kind === 'pass'
    ? {
        de: `Das Pass-Zertifikat läuft ${days.de} ab. Bitte jetzt ein neues bei Apple anfordern und einspielen.`,
        en: `The pass certificate expires ${days.en}. Please request a new one from Apple now and import it.`,
      }
    : {
        de: `Das Zertifikat für Impfzertifikate läuft ${days.de} ab. Bitte jetzt ein neues anfordern und einspielen.`,
        en: `The signer of vaccination certificates expires ${days.en}. Please request a new one now and import it.`,
      };
}

const ended: Readonly<Record<ExpiringKind, Bilingual>> = {
  pass: {
    de: 'Das Pass-Zertifikat ist abgelaufen. Pässe werden nicht mehr ausgestellt oder geändert, bis ein neues eingespielt ist.',
    en: 'The pass certificate has expired. Passes are neither issued nor updated until a new one is imported.',
  },
  document: {
    de: 'Das Zertifikat für Impfzertifikate ist abgelaufen. Bis ein neues eingespielt ist, werden keine ausgestellt.',
    en: 'The signer of vaccination certificates has expired. None are issued until a new one is imported.',
  },
};
