import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppointmentId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import { type AheadRefusal, questionsAhead } from '../../../domain/screening/decide-ahead.ts';
import type { Questionnaire, ScreeningAnswer } from '../../../domain/screening/questionnaire.ts';
import { aheadOf, outcomeOf } from '../../../domain/screening/screening.ts';
import { doseDateWords } from '../../../pages/booking-parts.ts';
import {
  answeredPage,
  answerField,
  notAskedPage,
  questionsPage,
  refText,
} from '../../../pages/screening-page.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import { inCentre } from '../../store/open-databases.ts';
import { answerAhead, screeningOf } from '../screening/answer-ahead.ts';
import { askedBefore } from '../screening/asked-ahead.ts';
import { languageAt } from './booking-routes.ts';
import type { Owner } from './owner.ts';
import { pageCentre } from './page-centre.ts';

const ofDate = z.object({ date: z.string().max(64) });
const typedForm = z.record(z.string().max(80), z.union([z.string().max(80), z.array(z.string().max(80))]));

/** What a form of these pages says. */
interface Typed {
  /** Of which questions, as the form named them. */
  readonly ref: string | undefined;
  readonly answers: readonly ScreeningAnswer[];
  /** The question whose answer shall be given anew. */
  readonly change: string | undefined;
  readonly isSent: boolean;
  /** A field that no page of ours has, or one that stands there twice. */
  readonly isOdd: boolean;
}

/** Where the questions for a date are answered, from the first on. */
export function questionsAt(
  headquarters: Headquarters,
  owner: Owner,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  return withQuestions(headquarters, owner, request, reply, (place) =>
    html(reply, pageOf(place, { given: [] })),
  );
}

/** One more answer, one to be given anew, or all of them sent. Nothing is kept before that. */
export function takeAnswers(
  headquarters: Headquarters,
  owner: Owner,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  return withQuestions(headquarters, owner, request, reply, async (place) => {
    const { questionnaire, appointmentId } = place;
    const typed = typedAt(request.body);
    const again = (said: Said, given: readonly ScreeningAnswer[] = []) =>
      html(reply.code(409), pageOf(place, { given, said }));
    if (typed.ref !== refText(questionnaire)) return again('questionnaire-changed');
    const known = questionnaire.questions.map(({ id }) => id);
    if (typed.isOdd || typed.answers.some(({ question }) => !known.includes(question)))
      return again('question-unknown');
    const given = typed.answers.filter(({ question }) => question !== typed.change);
    if (!typed.isSent) return html(reply, pageOf(place, { given }));
    const { personId, centre } = owner;
    const wish = { personId, appointmentId, questionnaire, answers: given };
    const kept = await answerAhead(headquarters, centre, wish);
    if (kept.ok) return html(reply, donePage(place, { outcome: kept.value }));
    // As if they were new: whoever has the link alone shall not find out what was said by trying.
    if (kept.refusal === 'answers-unchanged')
      return html(reply, donePage(place, { outcome: outcomeOf(questionnaire, given) }));
    return again(kept.refusal, kept.refusal === 'answers-incomplete' ? given : []);
  });
}

/** What a page may say of a form that was not taken. */
type Said = Exclude<AheadRefusal, 'answers-unchanged'>;

/** A date with the questions that can be answered for it. */
interface Place {
  readonly owner: Owner;
  readonly request: FastifyRequest;
  readonly appointmentId: AppointmentId;
  readonly questionnaire: Questionnaire;
}

async function withQuestions(
  headquarters: Headquarters,
  owner: Owner,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (place: Place) => unknown,
) {
  const appointmentId = ofDate.parse(request.params).date as AppointmentId;
  const { centre, known } = owner;
  const active = await inCentre(headquarters.databases.app, centre.id, (db) => askedBefore(db, centre.id));
  const today = plainDateAt(headquarters.now(), centre.timeZone);
  const dates = known.appointments.appointments;
  const asked = questionsAhead({ active, dates, today }, appointmentId);
  if (asked.ok) return answer({ owner, request, appointmentId, questionnaire: asked.value });
  return html(
    reply.code(409),
    notAskedPage({ ...partsOf({ owner, request, appointmentId }), said: asked.refusal }),
  );
}

function pageOf(
  place: Place,
  more: { readonly given: readonly ScreeningAnswer[]; readonly said?: Said },
): string {
  const { owner, questionnaire, appointmentId } = place;
  const { known, centre } = owner;
  const parts = partsOf(place);
  const { language } = parts;
  const words = (at: Parameters<typeof momentWords>[0]) => momentWords(at, centre.timeZone, language);
  const date = known.appointments.appointments.find((each) => each.appointmentId === appointmentId);
  const before = aheadOf(screeningOf(known), appointmentId);
  return questionsPage({
    ...parts,
    ...more,
    questionnaire,
    date: date ? doseDateWords(date.plannedDose, words(date.startsAt), language) : '',
    action: parts.here(language),
    otherAction: parts.otherLanguage,
    isAnswered: before !== undefined,
  });
}

function donePage(place: Place, more: Pick<Parameters<typeof answeredPage>[0], 'outcome'>): string {
  const parts = partsOf(place);
  const { path } = place.owner;
  const moveLink = `${path}/dates?move=${place.appointmentId}&lang=${parts.language}#choose`;
  return answeredPage({ ...parts, ...more, moveLink });
}

function partsOf({ owner, request, appointmentId }: Omit<Place, 'questionnaire'>) {
  const language = languageAt(request);
  const here = (each: string) => `${owner.path}/dates/${appointmentId}/questions?lang=${each}`;
  return {
    language,
    here,
    otherLanguage: here(language === 'de' ? 'en' : 'de'),
    centre: pageCentre(owner.centre),
    datesLink: `${owner.path}/dates?lang=${language}`,
  };
}

function typedAt(body: unknown): Typed {
  const read = typedForm.safeParse(body ?? {});
  const fields = Object.entries(read.success ? read.data : {});
  const one = (name: string) => {
    const value = fields.find(([field]) => field === name)?.[1];
    return typeof value === 'string' ? value : undefined;
  };
  const told = fields.filter(([name]) => name.startsWith(answerField));
  const answers = told.flatMap(([name, value]): ScreeningAnswer[] =>
    value === 'yes' || value === 'no'
      ? [{ question: name.slice(answerField.length), isYes: value === 'yes' }]
      : [],
  );
  return {
    ref: one('questionnaire'),
    answers,
    change: one('change'),
    isSent: one('send') === 'yes',
    isOdd: !read.success || answers.length < told.length,
  };
}
