import { fold } from '../../../domain/kernel/event.ts';
import type { AppointmentId, PersonId, ScreeningId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { type AheadRefusal, decideAnswerAhead } from '../../../domain/screening/decide-ahead.ts';
import type { QuestionnaireRef, ScreeningAnswer } from '../../../domain/screening/questionnaire.ts';
import {
  evolveScreening,
  neverScreened,
  outcomeOf,
  type ScreeningOutcome,
  type ScreeningState,
} from '../../../domain/screening/screening.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { inCentreUnlessRefused } from '../../store/open-databases.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';
import { recordEvents } from '../passes/record-events.ts';
import { askedBefore } from './asked-ahead.ts';

export interface AnswersOfCitizen {
  readonly personId: PersonId;
  readonly appointmentId: AppointmentId;
  readonly questionnaire: QuestionnaireRef;
  readonly answers: readonly ScreeningAnswer[];
}

/** What somebody answered before any of their dates. */
export function screeningOf({ history }: KnownPerson): ScreeningState {
  return fold(neverScreened, evolveScreening, history);
}

/**
 * Keeps what somebody answered for a date before they came, sealed under their key; the stations of the centre have it
 * from the feed. Answers what the answers lead to.
 */
export function answerAhead(
  headquarters: Headquarters,
  centre: Centre,
  wish: AnswersOfCitizen,
): Promise<Result<ScreeningOutcome, AheadRefusal>> {
  return inCentreUnlessRefused(headquarters.databases.app, centre.id, async (db) => {
    const { personKeys, newId, now } = headquarters;
    const { personId, questionnaire, answers } = wish;
    const known = await loadPerson(headquarters, db, centre.id, personId);
    const ground = {
      active: await askedBefore(db, centre.id),
      dates: known.appointments.appointments,
      screening: screeningOf(known),
      today: plainDateAt(now(), centre.timeZone),
    };
    const decided = decideAnswerAhead(ground, { ...wish, screeningId: newId() as ScreeningId });
    if (!decided.ok) return decided;
    const [found] = await personKeys.of(centre.id, [personId]);
    if (!found) throw new Error('somebody who can be read has no key');
    const key = Buffer.from(found.key, 'base64url');
    const place = { centre: centre.id, stream: personId, actor: 'citizen', key };
    await recordEvents(headquarters, db, { ...place, events: decided.value });
    return accept(outcomeOf(questionnaire, answers));
  });
}
