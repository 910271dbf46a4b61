import type { Bilingual, Language } from '../../../domain/kernel/bilingual.ts';
import { escapeHtml } from '../../../domain/kernel/escape-html.ts';
import { formatDate } from '../../../domain/kernel/format-date.ts';
import type { Audience, CentreMessage } from '../../store/centre-messages.ts';
import type { Centre } from '../../store/centres.ts';
import type { Reached } from '../messages/centre-message.ts';
import {
  consoleSay,
  type FormField,
  filled,
  formOf,
  headedPage,
  noticeOf,
  type TypedFields,
} from './console-page.ts';
import type { ConsoleText } from './console-texts.ts';

export interface MessagePlace {
  readonly language: Language;
  readonly centre: Centre;
}

export interface ShownMessage {
  readonly notice?: ConsoleText;
  /** What stands in the fields: words that were written are never asked for again. */
  readonly typed?: TypedFields;
}

/** Where an operator writes to the passes of a centre, and sees how far earlier messages are. */
export function messagesPage(
  { language, centre }: MessagePlace,
  messages: readonly CentreMessage[],
  { notice, typed = {} }: ShownMessage,
): string {
  const say = consoleSay(language);
  const place = `/console/centres/${centre.id}`;
  return headedPage(language, centre.name, [
    ...(notice ? [noticeOf(say(notice))] : []),
    `<h2>${say('messageWrite')}</h2>`,
    `<p>${say('messagesLead')}</p>`,
    formOf(`${place}/messages/preview`, filled(fieldsOf(language), typed), { submit: say('messagePreview') }),
    `<h2>${say('messagesBefore')}</h2>`,
    messages.length === 0
      ? `<p>${say('noMessage')}</p>`
      : `<ul>${messages.map((message) => messageItem(message, { language, centre })).join('\n')}</ul>`,
    `<p><a href="${place}">${say('backToCentre')}</a></p>`,
  ]);
}

export interface MessageDraft extends Audience {
  /** Of the message that it becomes: sent twice it is one. */
  readonly id: string;
  readonly words: Bilingual;
}

/** What would be sent and to how many, to be confirmed. */
export function previewPage(
  { language, centre }: MessagePlace,
  { id, words, days }: MessageDraft,
  { passes, mails }: Reached,
): string {
  const say = consoleSay(language);
  const place = `/console/centres/${centre.id}/messages`;
  const hidden = (name: string, value: string): FormField => ({ name, label: '', type: 'hidden', value });
  const written = [
    hidden('de', words.de),
    hidden('en', words.en),
    hidden('to', days ? 'days' : 'all'),
    hidden('from', days ? formatDate(days.from, language) : ''),
    hidden('until', days ? formatDate(days.to, language) : ''),
  ];
  return headedPage(language, centre.name, [
    `<h2>${say('messagePreviewTitle')}</h2>`,
    `<p>${say('messageOnPhone')}</p>`,
    `<blockquote class="notice" lang="de">${escapeHtml(words.de)}</blockquote>`,
    `<blockquote class="notice" lang="en">${escapeHtml(words.en)}</blockquote>`,
    `<p>${say('messageTo')}: ${audienceOf(days, language)}</p>`,
    `<p>${say('messageReaches')}<strong>${passes}</strong><br>${say('messageMails')}<strong>${mails}</strong></p>`,
    passes === 0
      ? noticeOf(say('messageNobody'))
      : formOf(place, [hidden('id', id), ...written], { submit: `${say('messageSend')}${passes}` }),
    formOf(`${place}/change`, written, { submit: say('messageChange'), isQuiet: true }),
  ]);
}

function fieldsOf(language: Language): FormField[] {
  const say = consoleSay(language);
  return [
    { name: 'de', label: say('messageDe'), type: 'textarea' },
    { name: 'en', label: say('messageEn'), type: 'textarea' },
    {
      name: 'to',
      label: say('messageTo'),
      options: [
        { value: 'all', label: say('messageAll') },
        { value: 'days', label: say('messageDays') },
      ],
    },
    {
      name: 'from',
      label: say('messageFrom'),
      hint: say('dayHint'),
      isOptional: true,
    },
    { name: 'until', label: say('messageUntil'), isOptional: true },
  ];
}

function messageItem(message: CentreMessage, { language, centre }: MessagePlace): string {
  const say = consoleSay(language);
  const at = new Date(message.createdAt).toLocaleString(localeOf(language), { timeZone: centre.timeZone });
  const state = say(message.isDone ? 'messageDone' : 'messageUnderWay');
  return [
    `<li><strong>${escapeHtml(message.words[language])}</strong>`,
    `<p class="dim">${escapeHtml(at)} · ${audienceOf(message.days, language)} · ${state}${message.written}</p></li>`,
  ].join('\n');
}

function audienceOf(days: Audience['days'], language: Language): string {
  const say = consoleSay(language);
  if (!days) return say('messageAll');
  const dayOf = (day: string) => escapeHtml(new Date(`${day}T12:00Z`).toLocaleDateString(localeOf(language)));
  const period = days.from === days.to ? dayOf(days.from) : `${dayOf(days.from)} – ${dayOf(days.to)}`;
  return `${say('messageAppointment')} ${period}`;
}

function localeOf(language: Language): string {
  return language === 'de' ? 'de-DE' : 'en-GB';
}
