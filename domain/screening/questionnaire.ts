import type { Bilingual } from '../kernel/bilingual.ts';

/** What a yes leads to: no dose, a word of the doctor before it, or a note for whoever gives it. */
export type YesMeans = 'stop' | 'ask-the-doctor' | 'note';

export interface ScreeningQuestion {
  readonly id: string;
  readonly text: Bilingual;
  readonly yes: YesMeans;
}

/** Which questions were asked: answers are read by the very version that they were given to. */
export interface QuestionnaireRef {
  readonly id: string;
  readonly version: number;
}

/** Questions before a dose, to be answered by yes or no. A version that was used once never changes. */
export interface Questionnaire extends QuestionnaireRef {
  readonly name: Bilingual;
  /** Whose recommendations it follows, and of when. */
  readonly source: string;
  readonly questions: readonly ScreeningQuestion[];
}

/** One answer; whatever somebody says beyond yes and no is for the doctor's ears. */
export interface ScreeningAnswer {
  readonly question: string;
  readonly isYes: boolean;
}

export function isSameQuestionnaire(
  one: QuestionnaireRef | undefined,
  other: QuestionnaireRef | undefined,
): boolean {
  return one?.id === other?.id && one?.version === other?.version;
}
