import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import { streamInCentre } from '../../../domain/kernel/shared-streams.ts';
import type { Questionnaire, QuestionnaireRef } from '../../../domain/screening/questionnaire.ts';
import { questionnaireOf } from '../../../domain/screening/questionnaires.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { lastOfStreams } from '../../store/received-events.ts';

/**
 * What the centre asks before each dose, as its stations told last. Undefined where it asks nothing, or by a version of
 * the questions that this headquarters does not know yet.
 */
export async function askedBefore(db: CentreDb, centre: string): Promise<Questionnaire | undefined> {
  const streams = [CENTRE_STREAM, streamInCentre(CENTRE_STREAM, centre)];
  const last = await lastOfStreams(db, streams, 'ScreeningSwitched');
  if (!last) return undefined;
  const { questionnaire } = JSON.parse(last.data) as { questionnaire?: QuestionnaireRef };
  return questionnaire && questionnaireOf(questionnaire);
}
