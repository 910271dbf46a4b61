import { useTranslation } from 'react-i18next';
import type { Answer, Refusal } from '../../contracts/ipc/answer.ts';
import { formatDate } from '../../domain/kernel/format-date.ts';
import { parsePlainDate } from '../../domain/kernel/plain-date.ts';
import { textOfCode } from '../i18n/text-of-code.ts';

/** The one place where a refusal or a problem becomes the sentence that the desk reads. */
export function useRefusalSentence(): (answer: Extract<Answer, { ok: false }>) => string {
  const { t, i18n } = useTranslation();
  return (answer) => {
    if ('problem' in answer) {
      const { code, logId } = answer.problem;
      return code === 'service-went-away' ? t('wentAway') : t('problem', { logId });
    }
    const { reason, details } = answer.refusal;
    // What only the service can say (which file, which date) comes with its own sentence.
    const own = details?.[i18n.language === 'en' ? 'en' : 'de'];
    if (typeof own === 'string') return own;
    const sentence = textOfCode(i18n, `refusal.${reason}`, shownDetails(details, i18n.language));
    return sentence ?? t('problem', { logId: reason });
  };
}

/** What a sentence names: a day as people write it, everything else as it is. */
function shownDetails(details: Refusal['details'], language: string): Record<string, string | number> {
  const shown = Object.entries(details ?? {}).map(([name, value]) => {
    const day = typeof value === 'string' ? parsePlainDate(value) : undefined;
    return [name, day ? formatDate(day, language === 'en' ? 'en' : 'de') : value] as const;
  });
  return Object.fromEntries(shown);
}
