import { Button, Radio } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireView, ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { Said } from '../../../ui/said.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { ScreeningAhead } from './screening-ahead.tsx';

type Answers = Readonly<Record<string, 'yes' | 'no'>>;
type Question = QuestionnaireView['questions'][number];

/**
 * Each question with yes or no; F8 says no to all that are still open. Where they were answered ahead, F8 takes those
 * answers over, as confirmed with the person, and there is no way to say no to all: nobody passes a yes by habit. Saved by
 * a press of its own.
 */
export function ScreeningQuestions({
  personId,
  language,
  visitId,
  questionnaire: { questions, source, ...ref },
  ahead,
  onLeave,
}: {
  personId: string;
  /** Of whoever is asked: they read along in it. */
  language: Language;
  visitId: string;
  questionnaire: QuestionnaireView;
  /** What they said before they came. */
  ahead: ScreeningView['ahead'];
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
  const told = ahead && !ahead.isOtherVersion ? ahead.answers : [];
  const toldOf = (id: string) => told.find((each) => each.id === id)?.isYes;
  const fill = () => {
    const offered = questions.flatMap(({ id }) => {
      const isYes = ahead ? toldOf(id) : false;
      return isYes === undefined ? [] : [[id, isYes ? 'yes' : 'no'] as const];
    });
    setAnswers((given) => ({ ...Object.fromEntries(offered), ...given }));
    // It can be pressed only once it is drawn with the answers.
    requestAnimationFrame(() => save.current?.focus());
  };
  const canFill = !ahead || told.length > 0;
  useShortcut('F8', fill, canFill && !isBusy);
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
      {ahead ? (
        <ScreeningAhead ahead={ahead} note={told.length > 0 ? 'confirm' : 'otherVersion'} />
      ) : (
        <p className="station-dim screening-intro">{t('screening.missing')}</p>
      )}
      {questions.map((question, index) => (
        <QuestionLine
          key={question.id}
          question={question}
          language={language}
          isFirst={index === 0}
          told={toldOf(question.id)}
          answer={answers[question.id]}
          onAnswer={(answer) => setAnswers((given) => ({ ...given, [question.id]: answer }))}
        />
      ))}
      <p className="station-dim screening-source">{t('screening.source', { source })}</p>
      {refused && <Said tone="fault">{refused}</Said>}
      <div className="desk-actions screening-actions">
        <Button variant="default" size="md" onClick={onLeave}>
          {t('cancel')}
        </Button>
        {canFill && (
          <Button
            variant="default"
            size="md"
            onClick={fill}
            rightSection={<KeyHint name="F8" />}
            data-testid={ahead ? 'screening-as-ahead' : 'screening-all-no'}
          >
            {t(ahead ? 'screening.asAhead' : 'screening.allNo')}
          </Button>
        )}
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
  question: { text, yes },
  language,
  isFirst,
  told,
  answer,
  onAnswer,
}: {
  question: Question;
  language: Language;
  isFirst: boolean;
  /** What they said before they came. */
  told: boolean | undefined;
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
    <div
      className="screening-question"
      data-told={told !== undefined}
      role="radiogroup"
      aria-labelledby={`${name}-text`}
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
      {told !== undefined && (
        <span className="screening-told" data-means={told ? yes : undefined}>
          {t(told ? 'screening.aheadYes' : 'screening.aheadNo')}
        </span>
      )}
      {choose('no')}
      {choose('yes')}
    </div>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
