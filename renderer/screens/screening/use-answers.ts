import { useState } from 'react';
import type { QuestionnaireView, ScreeningView } from '../../../contracts/ipc/screening-contract.ts';

type Answers = Readonly<Record<string, 'yes' | 'no'>>;
type Said = readonly { readonly id: string; readonly isYes: boolean }[];

/**
 * What is answered so far. Whatever the record says something to is left open by every press that answers more than one
 * question; a no against the record counts only once it was confirmed.
 */
export function useAnswers(
  questions: QuestionnaireView['questions'],
  known: NonNullable<ScreeningView['known']>,
  before: Said,
) {
  const [answers, setAnswers] = useState<Answers>(() => wordsOf(before));
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const saysOf = (id: string) => known.find((each) => each.id === id)?.says;
  const isOpen = (id: string) =>
    !answers[id] || (answers[id] === 'no' && saysOf(id) === 'yes' && !confirmed.has(id));
  return {
    of: (id: string) => answers[id],
    isConfirmed: (id: string) => confirmed.has(id),
    isComplete: !questions.some(({ id }) => isOpen(id)),
    /** Open questions to which the record says something. */
    leftOpen: questions.some(({ id }) => isOpen(id) && isLeftOpen(saysOf(id))),
    answer(id: string, answer: 'yes' | 'no') {
      setAnswers((given) => ({ ...given, [id]: answer }));
      setConfirmed((all) => new Set([...all].filter((each) => each !== id)));
    },
    confirm(id: string, isConfirmed: boolean) {
      setConfirmed(
        (all) => new Set([...[...all].filter((each) => each !== id), ...(isConfirmed ? [id] : [])]),
      );
    },
    /** Answers all that are still open in this way, but for a no where the record may know better. */
    fill(offered: Said) {
      const filled = offered.filter(({ id, isYes }) => isYes || !isLeftOpen(saysOf(id)));
      setAnswers((given) => ({ ...wordsOf(filled), ...given }));
    },
    /** As they are sent. */
    sent: () => ({
      answers: questions.map(({ id }) => ({ question: id, isYes: answers[id] === 'yes' })),
      confirmedNo: [...confirmed],
    }),
  };
}

function isLeftOpen(says: 'yes' | 'perhaps' | 'aside' | undefined): boolean {
  return says === 'yes' || says === 'perhaps';
}

function wordsOf(said: Said): Answers {
  return Object.fromEntries(said.map(({ id, isYes }) => [id, isYes ? 'yes' : 'no'] as const));
}
