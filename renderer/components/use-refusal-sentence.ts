import { useTranslation } from 'react-i18next';
import type { Answer } from '../../contracts/ipc/answer.ts';
import { texts } from '../i18n/texts.ts';

type RefusalKey = keyof typeof texts.de.refusal;

/** The one place where a refusal or a problem becomes the sentence that the desk reads. */
export function useRefusalSentence(): (answer: Extract<Answer, { ok: false }>) => string {
  const { t } = useTranslation();
  return (answer) => {
    if ('problem' in answer) {
      const { code, logId } = answer.problem;
      return code === 'service-went-away' ? t('wentAway') : t('problem', { logId });
    }
    const { reason } = answer.refusal;
    return isKnown(reason) ? t(`refusal.${reason}`) : t('problem', { logId: reason });
  };
}

function isKnown(reason: string): reason is RefusalKey {
  return Object.hasOwn(texts.de.refusal, reason);
}
