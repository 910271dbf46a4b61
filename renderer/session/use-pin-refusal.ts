import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../contracts/ipc/answer.ts';
import { useRefusalSentence } from '../components/use-refusal-sentence.ts';

/** What is said about a PIN that was not taken: for a wrong one, how many tries are left. */
export function usePinRefusal() {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const [failed, say] = useState<Extract<Answer, { ok: false }>>();
  const left = failed && 'refusal' in failed && Number(failed.refusal.details?.left);
  const isWrong = failed && 'refusal' in failed && failed.refusal.reason === 'pin-wrong';
  const sentence = failed && (isWrong ? t('signIn.wrong', { count: left || 0 }) : sentenceOf(failed));
  return { sentence, say };
}
