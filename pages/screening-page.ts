import { escapeHtml } from '../domain/kernel/escape-html.ts';
import type {
  Questionnaire,
  QuestionnaireRef,
  ScreeningAnswer,
  ScreeningQuestion,
} from '../domain/screening/questionnaire.ts';
import type { ScreeningOutcome } from '../domain/screening/screening.ts';
import { type BookingPage, footOf, headOf, sayBooking } from './booking-parts.ts';
import { pageFrame } from './page-frame.ts';
import { type ScreeningPageText, screeningPageTexts as texts } from './screening-page-texts.ts';

/** The field of the form that holds the answer to a question begins with this. */
export const answerField = 'answer.';

interface AheadPage extends Omit<BookingPage, 'notice'> {
  /** A refusal of what was sent before. */
  readonly said?: ScreeningPageText;
  readonly datesLink: string;
}

export interface QuestionsPage extends AheadPage {
  /** Which date it is for, in words. */
  readonly date: string;
  readonly questionnaire: Questionnaire;
  /** What was answered so far. Everything of it travels in the form, never in an address. */
  readonly given: readonly ScreeningAnswer[];
  /** Where the form goes, in either language. */
  readonly action: string;
  readonly otherAction: string;
  /** Whether they were answered before; not when: that would tell whether the same was said again. */
  readonly isAnswered: boolean;
}

type Say = (key: ScreeningPageText, value?: string | number) => string;

function sayIn({ language }: AheadPage): Say {
  return (key, value = '') => escapeHtml(texts[key][language].replace('{value}', () => String(value)));
}

/** One question with two large buttons; after the last one all answers, to be sent or changed. Works without scripts. */
export function questionsPage(page: QuestionsPage): string {
  const { questionnaire, given } = page;
  const say = sayIn(page);
  const open = questionnaire.questions.find(({ id }) => !given.some(({ question }) => question === id));
  const isStart = given.length === 0;
  return framed(page, [
    ...(isStart
      ? headOf(page, sayBooking(page.language))
      : [`<p class="dim">${escapeHtml(page.centre.name)}</p>`]),
    ...saidOf(page, say),
    ...(isStart ? introOf(page, say) : []),
    `<form method="post" action="${escapeHtml(page.action)}">`,
    hidden('questionnaire', refText(questionnaire)),
    ...given.map(({ question, isYes }) => hidden(answerField + question, isYes ? 'yes' : 'no')),
    ...(open ? questionOf(page, open, say) : summaryOf(page, say)),
    ...(isStart
      ? []
      : [
          `<button class="button" type="submit" formaction="${escapeHtml(page.otherAction)}" lang="${page.language === 'de' ? 'en' : 'de'}">${say('otherLanguage')}</button>`,
        ]),
    '</form>',
    `<p><a href="${escapeHtml(page.datesLink)}">${say('toDates')}</a></p>`,
    ...footOf(page.centre, sayBooking(page.language)),
  ]);
}

export interface AnsweredPage extends AheadPage {
  readonly outcome: ScreeningOutcome;
  readonly moveLink: string;
}

/** They were sent: what to do now, and nothing of what was said. */
export function answeredPage(page: AnsweredPage): string {
  const say = sayIn(page);
  const { outcome, centre, moveLink, datesLink } = page;
  return framed(page, [
    `<p class="dim">${escapeHtml(centre.name)}</p>`,
    `<h1>${say('done')}</h1>`,
    ...(outcome === 'stop'
      ? [
          `<div class="notice" role="alert"><p>${say('stop')}</p>`,
          `<p><strong>${centre.phone ? say('stopCall', centre.phone) : say('stopTell')}</strong></p></div>`,
          `<p>${say('stopIll')}</p>`,
          `<a class="button first" href="${escapeHtml(moveLink)}">${say('move')}</a>`,
        ]
      : [`<p>${say(outcome === 'clear' ? 'clear' : 'doctor')}</p>`]),
    `<p>${say('until')}</p>`,
    `<a class="button" href="${escapeHtml(datesLink)}">${say('toDates')}</a>`,
    ...footOf(centre, sayBooking(page.language)),
  ]);
}

/** There is nothing to answer: why, in one sentence. */
export function notAskedPage(page: AheadPage & { readonly said: ScreeningPageText }): string {
  const say = sayIn(page);
  return framed(page, [
    ...headOf(page, sayBooking(page.language)),
    `<h1>${say('title')}</h1>`,
    ...saidOf(page, say),
    `<a class="button" href="${escapeHtml(page.datesLink)}">${say('toDates')}</a>`,
    ...footOf(page.centre, sayBooking(page.language)),
  ]);
}

/** As the form names the questionnaire that was answered. */
export function refText({ id, version }: QuestionnaireRef): string {
  return `${id} ${version}`;
}

function introOf({ date, isAnswered }: QuestionsPage, say: Say): string[] {
  return [
    `<p class="dim">${say('title')}</p>`,
    `<p><strong>${say('forDate', date)}</strong></p>`,
    `<p>${say(isAnswered ? 'answered' : 'why')}</p>`,
    `<p>${say('until')}</p>`,
  ];
}

function questionOf({ questionnaire, language }: QuestionsPage, open: ScreeningQuestion, say: Say): string[] {
  const { questions } = questionnaire;
  const at = questions.indexOf(open);
  const before = questions[at - 1];
  const button = (value: 'yes' | 'no') =>
    `<button class="button answer" type="submit" name="${escapeHtml(answerField + open.id)}" value="${value}">${say(value)}</button>`;
  return [
    `<p class="dim">${say('place', at + 1)} ${say('of')} ${questions.length}</p>`,
    `<h1 class="question">${escapeHtml(open.text[language])}</h1>`,
    button('no'),
    button('yes'),
    ...(before
      ? [
          `<button class="button" type="submit" name="change" value="${escapeHtml(before.id)}">${say('before')}</button>`,
        ]
      : []),
  ];
}

function summaryOf({ questionnaire, given, language }: QuestionsPage, say: Say): string[] {
  return [
    `<h1>${say('check')}</h1>`,
    `<p>${say('notSent')}</p>`,
    '<ol class="answers">',
    ...questionnaire.questions.map(({ id, text }, index) => {
      const isYes = given.find(({ question }) => question === id)?.isYes;
      const change = `<button class="button" type="submit" name="change" value="${escapeHtml(id)}" aria-label="${say('changeOf', index + 1)}">${say('change')}</button>`;
      return `<li>${escapeHtml(text[language])} <strong>${say(isYes ? 'yes' : 'no')}</strong>${change}</li>`;
    }),
    '</ol>',
    `<button class="button first answer" type="submit" name="send" value="yes">${say('send')}</button>`,
  ];
}

function saidOf({ said }: AheadPage, say: Say): string[] {
  return said ? [`<p class="notice" role="alert">${say(said)}</p>`] : [];
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;
}

function framed({ language }: AheadPage, main: readonly string[]): string {
  return pageFrame({ language, title: texts.title[language], main: main.join('\n') });
}
