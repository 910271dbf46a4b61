import { z } from 'zod';
import { mayGiveDoses } from '../../domain/vaccination/who-may.ts';
import { command, query } from './channel.ts';
import { bilingual, freeText, instant, personId, requestId, visitId } from './schemas.ts';
import { secondSignIn, secondSignInRefusals } from './second-sign-in.ts';

const questionnaireRef = z.object({ id: z.string().max(40), version: z.number().int() });
const question = z.object({
  id: z.string(),
  text: bilingual,
  yes: z.enum(['stop', 'ask-the-doctor', 'note']),
});
const questionnaire = questionnaireRef.extend({
  name: bilingual,
  source: z.string(),
  questions: z.array(question),
});
export type QuestionnaireView = z.output<typeof questionnaire>;

const ofPerson = z.object({
  /** Absent where the centre asks nothing. */
  questionnaire: questionnaire.optional(),
  /** Of today; absent for somebody who is not checked in. */
  visitId: visitId.optional(),
  /** Why no dose is given; absent where one may be. */
  hold: z.enum(['screening-missing', 'screening-stop', 'screening-doctor']).optional(),
  /** What was answered with yes. */
  yes: z.array(question).optional(),
  /** What they answered for the date of this visit before they came; nobody has asked them by that. */
  ahead: z
    .object({
      at: instant,
      outcome: z.enum(['stop', 'ask-the-doctor', 'clear']),
      /** It was not the questionnaire that is asked now. */
      isOtherVersion: z.boolean(),
      /** The key of what was said is not here. */
      isUnreadable: z.boolean(),
      answers: z.array(question.extend({ isYes: z.boolean() })),
    })
    .optional(),
  /** What the record says to a question: an answer, perhaps one, or what looks like one and is none. */
  known: z
    .array(
      z.object({
        id: z.string(),
        says: z.enum(['yes', 'perhaps', 'aside']),
        sentences: z.array(bilingual),
      }),
    )
    .optional(),
  /** Everything that was answered in this visit, oldest first; it stands unless it was gone through again. */
  versions: z
    .array(
      z.object({
        screeningId: z.string(),
        at: instant,
        by: z.string().optional(),
        /** Why it was gone through again, and who agreed that a yes was none. */
        reason: z.string().optional(),
        approvedBy: z.string().optional(),
        isStanding: z.boolean(),
        answers: z.array(z.object({ id: z.string(), isYes: z.boolean() })),
        yes: z.array(question),
        /** Questions with a no that was confirmed although the record knows a yes. */
        againstRecord: z.array(z.string()),
      }),
    )
    .optional(),
  /** A doctor let it be given. */
  cleared: z.object({ by: z.string().optional(), reason: z.string() }).optional(),
});
export type ScreeningView = z.output<typeof ofPerson>;

const mostAnswers = 50;
const answering = z.object({
  requestId,
  personId,
  visitId,
  questionnaire: questionnaireRef,
  answers: z.array(z.object({ question: z.string().max(40), isYes: z.boolean() })).max(mostAnswers),
  /** Questions with a no that was asked back and stays one, although the record knows a yes. */
  confirmedNo: z.array(z.string().max(40)).max(mostAnswers).optional(),
});
const answerRefusals = [
  'person-unknown',
  'screening-off',
  'questionnaire-changed',
  'visit-unknown',
  'answers-incomplete',
  'answer-against-record',
  'answers-not-there',
  'answers-reason-missing',
  'answers-milder',
] as const;
const clearing = z.object({ requestId, personId, visitId, reason: freeText(500) });
const clearRefusals = [
  'person-unknown',
  'visit-unknown',
  'nothing-to-clear',
  'clearing-reason-missing',
] as const;

export const screeningContract = {
  /** What is asked before each dose, and what could be. */
  'screening.setting': query({
    access: ['site-lead', 'auditor'],
    input: z.object({}),
    output: z.object({ active: questionnaireRef.optional(), questionnaires: z.array(questionnaire) }),
  }),
  /** Without a questionnaire nothing is asked any more. */
  'screening.switch': command({
    access: ['site-lead'],
    input: z.object({ requestId, questionnaire: questionnaireRef.optional() }),
    output: z.object({ isOn: z.boolean() }),
    refusals: ['questionnaire-unknown', 'screening-unchanged'],
  }),
  /** Health data: who only receives people neither reads nor enters it. */
  'screening.of-person': query({
    access: mayGiveDoses,
    input: z.object({ personId }),
    output: ofPerson,
  }),
  'screening.answer': command({
    access: mayGiveDoses,
    /** With the reason these stand in place of what was answered in the visit. */
    input: answering.extend({ reason: freeText(500).optional() }),
    output: ofPerson,
    refusals: answerRefusals,
  }),
  /** Gone through again, and a yes that stood against the dose is none: two people say so. */
  'screening.take-back': command({
    access: mayGiveDoses,
    approvers: mayGiveDoses,
    input: answering.extend({ reason: freeText(500), secondSignIn }),
    output: ofPerson,
    refusals: [...answerRefusals, ...secondSignInRefusals],
  }),
  /** The doctor comes to a window of somebody else, and signs in for this one word. */
  'screening.clear': command({
    access: mayGiveDoses,
    approvers: ['screening-doctor'],
    input: clearing.extend({ secondSignIn }),
    output: ofPerson,
    refusals: [...clearRefusals, ...secondSignInRefusals],
  }),
  /** The same at the doctor's own window. */
  'screening.clear-as-doctor': command({
    access: ['screening-doctor'],
    input: clearing,
    output: ofPerson,
    refusals: clearRefusals,
  }),
};
