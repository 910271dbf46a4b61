import type { PersonExport } from '../../../contracts/exports/person-export.ts';
import { inBoth } from '../../../domain/kernel/bilingual.ts';
import type { ScreeningAnswered } from '../../../domain/screening/events.ts';
import type { QuestionnaireRef, ScreeningAnswer } from '../../../domain/screening/questionnaire.ts';
import { questionnaireOf } from '../../../domain/screening/questionnaires.ts';
import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { ReadableDb } from '../../store/database.ts';
import { staffById } from '../../store/tables/staff/staff.ts';
import { actorName } from '../staff/actor-name.ts';

type Told<
  Key extends 'screenings' | 'screeningsAhead' | 'screeningClearings' | 'identityChecks' | 'unsentMessages',
> = NonNullable<PersonExport[Key]>;

/** What somebody was asked before doses and what they said, oldest first, in the words in which they were asked. */
export function screeningsIn(db: ReadableDb, history: readonly RecordedEvent[]): Told<'screenings'> {
  return history.flatMap((recorded) => {
    const { event, recordedAt: at } = recorded;
    if (event.type !== 'ScreeningAnswered') return [];
    const answered = { at, ...byOf(db, recorded), answers: answersIn(event.data) };
    return [
      event.version === 1 ? answered : { ...answered, ...againIn(event.data.questionnaire, event.data) },
    ];
  });
}

/** What was said in spite of the record, and why the answers were gone through again. */
function againIn(
  ref: QuestionnaireRef,
  { replaces, personal }: Extract<ScreeningAnswered, { version: 2 }>['data'],
) {
  return {
    ...(replaces ? { isInPlaceOfEarlier: true } : {}),
    ...(personal?.reason ? { reason: personal.reason } : {}),
    ...(personal?.againstRecord
      ? { againstRecord: personal.againstRecord.map((id) => ({ id, question: wordsOf(ref, id) })) }
      : {}),
  };
}

/** What they answered before they came, oldest first. */
export function screeningsAheadIn(history: readonly RecordedEvent[]): Told<'screeningsAhead'> {
  return history.flatMap(({ event, occurredAt: at }) =>
    event.type === 'ScreeningAnsweredAhead' ? [{ at, answers: answersIn(event.data) }] : [],
  );
}

function answersIn({
  questionnaire,
  personal,
}: {
  readonly questionnaire: QuestionnaireRef;
  readonly personal?: { readonly answers: readonly ScreeningAnswer[] };
}) {
  return (personal?.answers ?? []).map(({ question, isYes }) => ({
    id: question,
    question: wordsOf(questionnaire, question),
    isYes,
  }));
}

/** Which doctor let a dose be given after such answers, and why. */
export function clearingsIn(db: ReadableDb, history: readonly RecordedEvent[]): Told<'screeningClearings'> {
  return history.flatMap(({ event, recordedAt: at }) => {
    if (event.type !== 'ScreeningCleared') return [];
    const by = staffById(db, event.data.clearedBy)?.name;
    return [{ at, ...(by ? { by } : {}), ...event.data.personal }];
  });
}

/** By what the person was recognised. */
export function identityChecksIn(db: ReadableDb, history: readonly RecordedEvent[]): Told<'identityChecks'> {
  return history.flatMap((recorded) => {
    const { event, recordedAt: at } = recorded;
    return event.type === 'IdentityConfirmed' ? [{ at, ...byOf(db, recorded), ...event.data.personal }] : [];
  });
}

/** Messages that somebody decided not to send, and why. */
export function unsentMessagesIn(db: ReadableDb, history: readonly RecordedEvent[]): Told<'unsentMessages'> {
  return history.flatMap((recorded) => {
    const { event, recordedAt: at } = recorded;
    if (event.type !== 'MessageDiscarded') return [];
    return [{ at, what: event.data.message, ...byOf(db, recorded), ...event.data.personal }];
  });
}

function wordsOf(ref: QuestionnaireRef, id: string) {
  return questionnaireOf(ref)?.questions.find((each) => each.id === id)?.text ?? inBoth(id);
}

function byOf(db: ReadableDb, { actor }: RecordedEvent): { by?: string } {
  const by = actorName(db, actor);
  return by ? { by } : {};
}
