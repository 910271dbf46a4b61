import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { openVisitOn } from '../../../domain/appointments/visits.ts';
import { inBoth } from '../../../domain/kernel/bilingual.ts';
import type { AppointmentId, PersonId, VisitId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { knownFactSentence } from '../../../domain/screening/known-answer-sentence.ts';
import { isSameQuestionnaire, type Questionnaire } from '../../../domain/screening/questionnaire.ts';
import { questionnaireOf } from '../../../domain/screening/questionnaires.ts';
import {
  aheadOf,
  holdOf,
  openScreenings,
  outcomeOf,
  type Screening,
  type ScreeningState,
  standingScreenings,
} from '../../../domain/screening/screening.ts';
import type { Reads } from '../../context.ts';
import { knownFrom } from '../../histories/person-history.ts';
import type { ReadableDb } from '../../store/database.ts';
import { historyOf } from '../../store/event-log/read-events.ts';
import { staffById } from '../../store/tables/staff/staff.ts';
import { actorName } from '../staff/actor-name.ts';
import { knownAnswersOf } from './known-answers.ts';
import { activeQuestionnaire, questionnaireView, screeningFrom } from './screening.ts';

/** Of today's visit of somebody: what is asked, what they said, and what stands against a dose. */
export function screeningOfPerson(station: Reads, personId: PersonId): ChannelOutput<'screening.of-person'> {
  const { db, now, settings } = station;
  const active = activeQuestionnaire(db);
  const history = historyOf(db, personId);
  const today = plainDateAt(now(), settings.timeZone);
  const visit = openVisitOn(knownFrom(history).appointments.visits, today);
  const visitId = visit?.visitId;
  const state = screeningFrom(history);
  const told = aheadView(state, visit?.appointmentId, active);
  if (!active) return told;
  const ofVisit = standingScreenings(state, visitId);
  const hold = holdOf(state, visitId);
  const open = openScreenings(state, visitId);
  const said = open.length > 0 ? open : ofVisit;
  const cleared = state.clearings.findLast(({ screeningIds }) =>
    ofVisit.some(({ screeningId }) => screeningIds.includes(screeningId)),
  );
  const by = cleared && actorName(db, `staff:${cleared.clearedBy}`);
  return {
    questionnaire: questionnaireView(active),
    ...(visitId ? { visitId } : {}),
    ...(hold ? { hold } : {}),
    yes: said.flatMap(affirmed),
    ...told,
    known: knownAnswersOf(station, personId, visitId).map(({ question, says, facts }) => ({
      id: question,
      says,
      sentences: facts.map(knownFactSentence),
    })),
    versions: versionsOf(db, state, visitId),
    ...(cleared ? { cleared: { ...(by ? { by } : {}), reason: cleared.reason ?? '' } } : {}),
  };
}

/** What was said before the visit, by the words in which it was asked; an answer to a question unknown here says stop. */
function aheadView(
  state: ScreeningState,
  appointmentId: AppointmentId | undefined,
  active: Questionnaire | undefined,
): Pick<ChannelOutput<'screening.of-person'>, 'ahead'> {
  const ahead = appointmentId && aheadOf(state, appointmentId);
  if (!ahead) return {};
  const { questionnaire, answers, at } = ahead;
  const questions = questionnaireOf(questionnaire)?.questions ?? [];
  return {
    ahead: {
      at,
      outcome: answers.length === 0 ? 'stop' : outcomeOf(questionnaire, answers),
      isOtherVersion: !isSameQuestionnaire(questionnaire, active),
      isUnreadable: answers.length === 0,
      answers: answers.map(({ question, isYes }) => {
        const asked = questions.find(({ id }) => id === question);
        return { ...(asked ?? { id: question, text: inBoth(question), yes: 'stop' as const }), isYes };
      }),
    },
  };
}

type Affirmed = NonNullable<ChannelOutput<'screening.of-person'>['yes']>[number];

/** What somebody said yes to, in the words in which they were asked. */
function affirmed({ questionnaire, answers }: Screening): Affirmed[] {
  const questions = questionnaireOf(questionnaire)?.questions ?? [];
  return answers
    .filter(({ isYes }) => isYes)
    .flatMap(({ question }) => questions.find(({ id }) => id === question) ?? []);
}

/** Everything that was answered in a visit, oldest first: what stands, and what other answers stand in place of. */
function versionsOf(
  db: ReadableDb,
  state: ScreeningState,
  visitId: VisitId | undefined,
): NonNullable<ChannelOutput<'screening.of-person'>['versions']> {
  const standing = standingScreenings(state, visitId);
  return state.answered
    .filter((each) => each.visitId === visitId)
    .map((each) => {
      const by = actorName(db, each.actor);
      const approvedBy = each.approvedBy && staffById(db, each.approvedBy)?.name;
      return {
        screeningId: each.screeningId,
        at: each.at,
        ...(by ? { by } : {}),
        ...(approvedBy ? { approvedBy } : {}),
        ...(each.reason ? { reason: each.reason } : {}),
        isStanding: standing.includes(each),
        answers: each.answers.map(({ question, isYes }) => ({ id: question, isYes })),
        yes: affirmed(each),
        againstRecord: [...each.againstRecord],
      };
    });
}
