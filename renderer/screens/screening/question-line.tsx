import { Checkbox, Radio } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireView, ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { useFormats } from '../../i18n/use-formats.ts';

export type Known = NonNullable<ScreeningView['known']>[number];

/** One question with yes and no, what was said to it before, and what the record knows. */
export function QuestionLine({
  question: { text, yes },
  language,
  isFirst,
  before,
  known,
  answer,
  isConfirmed,
  onAnswer,
  onConfirm,
}: {
  question: QuestionnaireView['questions'][number];
  language: Language;
  isFirst: boolean;
  /** What they said before they came, or earlier in this visit. */
  before: { readonly isYes: boolean; readonly words: string } | undefined;
  known: Known | undefined;
  answer: 'yes' | 'no' | undefined;
  /** The no stays one, whatever the record says. */
  isConfirmed: boolean;
  onAnswer(answer: 'yes' | 'no'): void;
  onConfirm(isConfirmed: boolean): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const name = useId();
  const choose = (each: 'yes' | 'no') => (
    <Radio
      name={name}
      label={t(`screening.${each}`)}
      checked={answer === each}
      onChange={() => onAnswer(each)}
      {...(isFirst && each === 'no' ? { ref: focusOnce } : {})}
    />
  );
  const knownId = known && `${name}-known`;
  const isAgainst = known?.says === 'yes' && answer === 'no';
  return (
    <div
      className="screening-question"
      data-told={before !== undefined}
      data-open={answer === undefined || (isAgainst && !isConfirmed)}
      role="radiogroup"
      aria-labelledby={`${name}-text`}
      aria-describedby={knownId}
    >
      <div id={`${name}-text`}>
        {text[formats.language]}
        {language !== formats.language && (
          <p className="station-dim" lang={language}>
            {text[language]}
          </p>
        )}
      </div>
      {/* What a yes means stands above, where they are named. */}
      {before !== undefined && (
        <span className="screening-told" data-means={before.isYes ? yes : undefined}>
          {before.words}
        </span>
      )}
      {choose('no')}
      {choose('yes')}
      {known && (
        <div className="screening-known" id={knownId} data-says={known.says} data-testid="screening-known">
          {known.sentences.map((sentence) => (
            <p key={sentence.de}>{sentence[formats.language]}</p>
          ))}
          {isAgainst && (
            <Checkbox
              label={t('screening.confirmNo')}
              checked={isConfirmed}
              onChange={(event) => onConfirm(event.currentTarget.checked)}
              data-testid="screening-confirm-no"
            />
          )}
        </div>
      )}
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
