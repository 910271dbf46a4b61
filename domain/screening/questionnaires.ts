import { generalQuestionnaire } from './general-questionnaire.ts';
import type { Questionnaire, QuestionnaireRef } from './questionnaire.ts';

/** All versions that there ever were, so that old answers stay readable; the newest of each last. */
export const questionnaires: readonly Questionnaire[] = [generalQuestionnaire];

export function questionnaireOf(ref: QuestionnaireRef): Questionnaire | undefined {
  return questionnaires.find(({ id, version }) => id === ref.id && version === ref.version);
}
