import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireView, ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { Said } from '../../../ui/said.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import { QuestionLine } from './question-line.tsx';
import { ScreeningAhead } from './screening-ahead.tsx';
import { useAnswers } from './use-answers.ts';

/**
 * Each question with yes or no; F8 says no to all that are still open. Where they were answered ahead, F8 takes those
 * answers over, as confirmed with the person, and there is no way to say no to all: nobody passes a yes by habit. Where the
 * record says something to a question neither answers it with no. Saved by a press of its own.
 */
export function ScreeningQuestions({
  personId,
  language,
  visitId,
  questionnaire: { questions, source, ...ref },
  ahead,
  known = [],
  onLeave,
}: {
  personId: string;
  /** Of whoever is asked: they read along in it. */
  language: Language;
  visitId: string;
  questionnaire: QuestionnaireView;
  /** What they said before they came. */
  ahead: ScreeningView['ahead'];
  known: ScreeningView['known'];
  onLeave(): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('screening.answer');
  const [requestId] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string>();
  const [isFilled, setFilled] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = useRef<HTMLButtonElement>(null);
  const told = ahead && !ahead.isOtherVersion ? ahead.answers : [];
  const given = useAnswers(questions, known, []);
  const fill = () => {
    given.fill(ahead ? told : questions.map(({ id }) => ({ id, isYes: false })));
    setFilled(true);
    // It can be pressed only once it is drawn with the answers.
    requestAnimationFrame(() => (firstOpen(form.current) ?? save.current)?.focus());
  };
  const canFill = !ahead || told.length > 0;
  useShortcut('F8', fill, canFill && !isBusy);
  const submit = async () => {
    const questionnaire = { id: ref.id, version: ref.version };
    const answer = await send({ requestId, personId, visitId, questionnaire, ...given.sent() });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <form
      data-entry="none"
      ref={form}
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
      {questions.map((question, index) => {
        const isYes = told.find(({ id }) => id === question.id)?.isYes;
        return (
          <QuestionLine
            key={question.id}
            question={question}
            language={language}
            isFirst={index === 0}
            before={
              isYes === undefined
                ? undefined
                : { isYes, words: t(isYes ? 'screening.aheadYes' : 'screening.aheadNo') }
            }
            known={known.find(({ id }) => id === question.id)}
            answer={given.of(question.id)}
            isConfirmed={given.isConfirmed(question.id)}
            onAnswer={(answer) => given.answer(question.id, answer)}
            onConfirm={(isConfirmed) => given.confirm(question.id, isConfirmed)}
          />
        );
      })}
      <p className="station-dim screening-source">{t('screening.source', { source })}</p>
      {isFilled && given.leftOpen && <Said tone="warning">{t('screening.leftOpen')}</Said>}
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
          disabled={!given.isComplete}
          data-testid="screening-save"
        >
          {t('screening.save')}
        </Button>
      </div>
    </form>
  );
}

function firstOpen(form: HTMLFormElement | null): HTMLElement | null | undefined {
  return form?.querySelector<HTMLElement>('.screening-question[data-open="true"] input');
}
