import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireView, ScreeningView } from '../../../contracts/ipc/screening-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { FourEyesStep } from '../../components/four-eyes-step.tsx';
import { useStationCommand } from '../../station-context.tsx';
import { QuestionLine } from './question-line.tsx';
import { useAnswers } from './use-answers.ts';

/**
 * The answers of this visit gone through again, with the reason: they stand as they were given, to be changed. A yes that
 * stood against the dose is taken back by two people.
 */
export function ScreeningAgain({
  personId,
  language,
  visitId,
  questionnaire: { questions, ...ref },
  view: { known = [], versions = [] },
  onClose,
}: {
  personId: string;
  language: Language;
  visitId: string;
  questionnaire: QuestionnaireView;
  view: ScreeningView;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const answering = useStationCommand('screening.answer');
  const takingBack = useStationCommand('screening.take-back');
  const [reason, setReason] = useState('');
  // What stood when it was opened: what others change meanwhile is not answered by this.
  const [before] = useState(() => standingAnswers(versions));
  const given = useAnswers(questions, known, before);
  const wasYes = (id: string) => before.find((each) => each.id === id)?.isYes;
  const isTakenBack = questions.some(({ id, yes }) => yes !== 'note' && wasYes(id) && given.of(id) === 'no');
  const isUnreadable = versions.some(({ isStanding, answers }) => isStanding && answers.length === 0);
  const needsSecond = isTakenBack || isUnreadable;
  return (
    <div className="screening-held" data-entry="none" data-testid="screening-again">
      <p className="station-dim screening-intro">{t('screening.againText')}</p>
      {questions.map((question, index) => {
        const isYes = wasYes(question.id);
        return (
          <QuestionLine
            key={question.id}
            question={question}
            language={language}
            isFirst={index === 0}
            before={
              isYes === undefined
                ? undefined
                : { isYes, words: t(isYes ? 'screening.beforeYes' : 'screening.beforeNo') }
            }
            known={known.find(({ id }) => id === question.id)}
            answer={given.of(question.id)}
            isConfirmed={given.isConfirmed(question.id)}
            onAnswer={(answer) => given.answer(question.id, answer)}
            onConfirm={(isConfirmed) => given.confirm(question.id, isConfirmed)}
          />
        );
      })}
      <Textarea
        label={t('screening.againReason')}
        description={needsSecond ? t('screening.takenBack') : undefined}
        value={reason}
        maxLength={500}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <FourEyesStep
        key={String(needsSecond)}
        channel="screening.take-back"
        label={t('screening.save')}
        testId="screening-again-save"
        isReady={given.isComplete && reason.trim() !== ''}
        isAlone={!needsSecond}
        isDangerous={needsSecond}
        send={({ requestId, secondSignIn }) => {
          const questionnaire = { id: ref.id, version: ref.version };
          const answers = { requestId, personId, visitId, questionnaire, reason, ...given.sent() };
          return needsSecond ? takingBack.send({ ...answers, secondSignIn }) : answering.send(answers);
        }}
        onDone={onClose}
        onClose={onClose}
      />
    </div>
  );
}

/** What counts of a visit, question by question: a yes wherever one of the answers that stand is one. */
function standingAnswers(versions: NonNullable<ScreeningView['versions']>) {
  const all = versions.filter(({ isStanding }) => isStanding).flatMap(({ answers }) => answers);
  const ids = [...new Set(all.map(({ id }) => id))];
  return ids.map((id) => ({ id, isYes: all.some((each) => each.id === id && each.isYes) }));
}
