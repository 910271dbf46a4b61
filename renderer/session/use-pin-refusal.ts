import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../contracts/ipc/answer.ts';
import { instantOf } from '../../domain/kernel/instant.ts';
import { useRefusalSentence } from '../components/use-refusal-sentence.ts';
import { useFormats } from '../i18n/use-formats.ts';

type Failed = Extract<Answer, { ok: false }>;

/** What is said about a PIN that was not taken: for a wrong one, how many tries are left; for a locked one, how long. */
export function usePinRefusal() {
  const { t } = useTranslation();
  const { soon } = useFormats();
  const sentenceOf = useRefusalSentence();
  const [failed, say] = useState<Failed>();
  const said = (answer: Failed) => {
    const refusal = 'refusal' in answer ? answer.refusal : undefined;
    if (refusal?.reason === 'pin-wrong')
      return t('signIn.wrong', { count: Number(refusal.details?.left) || 0 });
    const { until } = (refusal?.reason === 'pin-locked' && refusal.details) || {};
    if (until === undefined) return sentenceOf(answer);
    return t('signIn.lockedUntil', { until: soon(instantOf(Date.parse(String(until)))) });
  };
  return { sentence: failed && said(failed), say };
}
