import { Button, Radio } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireView } from '../../../contracts/ipc/screening-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { Said } from '../../../ui/said.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

type Answers = Readonly<Record<string, 'yes' | 'no'>>;
type Question = QuestionnaireView['questions'][number];

/** Each question with yes or no; F8 says no to all that are still open. Saved by a press of its own. */
export function ScreeningQuestions({
  personId,
  language,
  visitId,
  questionnaire: { questions, source, ...ref },
  onLeave,
}: {
  personId: string;
  /** Of whoever is asked: they read along in it. */
  language: Language;
  visitId: string;
  questionnaire: QuestionnaireView;
  onLeave(): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('screening.answer');
  const [requestId] = useState(() => crypto.randomUUID());
  const [answers, setAnswers] = useState<Answers>({});
  const [refused, setRefused] = useState<string>();
  const save = useRef<HTMLButtonElement>(null);
  const isComplete = questions.every(({ id }) => answers[id]);
  const allNo = () => {
    setAnswers((given) => ({ ...Object.fromEntries(questions.map(({ id }) => [id, 'no'])), ...given }));
    // It can be pressed only once it is drawn with the answers.
    requestAnimationFrame(() => save.current?.focus());
  };
  useShortcut('F8', allNo, !isBusy);
  const submit = async () => {
    const answer = await send({
      requestId,
      personId,
      visitId,
      questionnaire: { id: ref.id, version: ref.version },
      answers: questions.map(({ id }) => ({ question: id, isYes: answers[id] === 'yes' })),
    });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <form
      data-entry="none"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="station-dim">{t('screening.missing')}</p>
      {questions.map((question, index) => (
        <QuestionLine
          key={question.id}
          question={question}
          language={language}
          isFirst={index === 0}
          answer={answers[question.id]}
          onAnswer={(answer) => setAnswers((given) => ({ ...given, [question.id]: answer }))}
        />
      ))}
      <p className="station-dim screening-source">{t('screening.source', { source })}</p>
      {refused && <Said tone="fault">{refused}</Said>}
      <div className="desk-actions">
        <Button variant="default" size="md" onClick={onLeave}>
          {t('cancel')}
        </Button>
        <Button
          variant="default"
          size="md"
          onClick={allNo}
          rightSection={<KeyHint name="F8" />}
          data-testid="screening-all-no"
        >
          {t('screening.allNo')}
        </Button>
        <Button
          type="submit"
          size="md"
          ref={save}
          loading={isBusy}
          disabled={!isComplete}
          data-testid="screening-save"
        >
          {t('screening.save')}
        </Button>
      </div>
    </form>
  );
}

function QuestionLine({
  question: { text },
  language,
  isFirst,
  answer,
  onAnswer,
}: {
  question: Question;
  language: Language;
  isFirst: boolean;
  answer: 'yes' | 'no' | undefined;
  onAnswer(answer: 'yes' | 'no'): void;
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
  return (
    <div className="screening-question" role="radiogroup" aria-labelledby={`${name}-text`}>
      <div id={`${name}-text`}>
        {text[formats.language]}
        {language !== formats.language && (
          <p className="station-dim" lang={language}>
            {text[language]}
          </p>
        )}
      </div>
      {choose('no')}
      {choose('yes')}
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
