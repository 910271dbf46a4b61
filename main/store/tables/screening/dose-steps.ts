import type { QuestionnaireRef } from '../../../../domain/screening/questionnaire.ts';
import type { ReadableDb } from '../../database.ts';

/** Which questions are asked before each dose; undefined where none are. */
export function activeQuestionnaireRef(db: ReadableDb): QuestionnaireRef | undefined {
  return db.first<QuestionnaireRef>(
    `SELECT questionnaire_id AS id, questionnaire_version AS version FROM dose_step
      WHERE step = 'screening' AND is_on = 1`,
  );
}
