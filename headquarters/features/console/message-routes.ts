import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { daysBetween, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { MOST_MESSAGE_CHARACTERS } from '../../../domain/messages/centre-message.ts';
import { MOST_MESSAGE_DAYS } from '../../../domain/messages/message-days.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import {
  type Audience,
  addMessage,
  messageOf,
  messagesOf,
  type NewMessage,
} from '../../store/centre-messages.ts';
import { centreOf } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { countReached } from '../messages/centre-message.ts';
import { languageOf, typedIn } from './console-page.ts';
import { signedIn } from './console-session.ts';
import type { ConsoleActs } from './google-routes.ts';
import { type MessagePlace, messagesPage, previewPage, type ShownMessage } from './message-page.ts';
import { todayIn, typedDay } from './typed-day.ts';

const MOST_SHOWN = 20;

const ofCentre = z.object({ centre: z.string().max(40) });
const words = z.string().trim().min(1).max(MOST_MESSAGE_CHARACTERS);
const emptyDay = z.literal('').transform(() => undefined);
const messageForm = (today: PlainDate) => {
  const day = z.union([emptyDay, typedDay(today)]).optional();
  return z
    .object({
      id: z.uuid().optional(),
      de: words,
      en: words,
      to: z.enum(['all', 'days']),
      from: day,
      until: day,
    })
    .transform(({ id, de, en, ...audience }, context) => {
      const days = daysOf(audience);
      if (days === 'wrong') {
        context.addIssue({ code: 'custom', message: 'no such period' });
        return z.NEVER;
      }
      return { id, words: { de, en }, days };
    });
};

/** What an operator writes to the passes of a centre: written, looked at with the count, and then sent. */
export function messageRoutes(headquarters: Headquarters, note: ConsoleActs['note']): FastifyPluginAsync {
  const { databases, newId, now } = headquarters;
  const placeAt = async (request: FastifyRequest): Promise<MessagePlace> => {
    const { centre } = ofCentre.parse(request.params);
    const known = await centreOf(databases.app, centre);
    // The routes of a centre are asked only where there is one.
    if (!known) throw new Error('a page of a centre without the centre');
    return { language: languageOf(request), centre: known };
  };
  const show = async (request: FastifyRequest, reply: FastifyReply, shown: ShownMessage = {}) => {
    const place = await placeAt(request);
    const known = await inCentre(databases.app, place.centre.id, (db) => messagesOf(db, MOST_SHOWN));
    return html(reply, messagesPage(place, known, shown));
  };
  const read = async (request: FastifyRequest) => {
    const { centre } = ofCentre.parse(request.params);
    return messageForm(await todayIn(headquarters, centre)).safeParse(request.body);
  };
  const showWrong = (request: FastifyRequest, reply: FastifyReply) =>
    show(request, reply.code(400), { notice: 'messageWrong', typed: typedIn(request) });
  return async (app) => {
    const base = '/console/centres/:centre/messages';
    app.get(base, (request, reply) => show(request, reply));
    app.post(`${base}/change`, (request, reply) => show(request, reply, { typed: typedIn(request) }));
    app.post(`${base}/preview`, async (request, reply) => {
      const form = await read(request);
      if (!form.success) return showWrong(request, reply);
      const place = await placeAt(request);
      const reached = await countReached(headquarters, place.centre, form.data);
      return html(reply, previewPage(place, { ...form.data, id: newId() }, reached));
    });
    app.post(base, async (request, reply) => {
      const form = await read(request);
      if (!form.success || !form.data.id) return showWrong(request, reply);
      const { centre } = await placeAt(request);
      const actor = (await signedIn(headquarters, request))?.id ?? '';
      const message = { ...form.data, id: form.data.id, actor, createdAt: now() };
      const known = await inCentre(databases.app, centre.id, async (db) =>
        (await addMessage(db, centre.id, message)) ? undefined : messageOf(db, message.id),
      );
      if (!known) await note(request, centre.id, 'message-sent', message.id);
      else if (!isSame(known, message))
        return show(request, reply.code(409), { notice: 'messageSentBefore', typed: typedIn(request) });
      return show(request, reply, { notice: 'messageSent' });
    });
  };
}

/** A form that came twice, and none that was changed since. */
function isSame(one: NewMessage, other: NewMessage): boolean {
  const said = ({ words: { de, en }, days }: NewMessage) => JSON.stringify([de, en, days?.from, days?.to]);
  return said(one) === said(other);
}

/** Undefined for all; a period without an end is one day. */
function daysOf(form: {
  to: 'all' | 'days';
  from?: PlainDate | undefined;
  until?: PlainDate | undefined;
}): Audience['days'] | 'wrong' {
  if (form.to === 'all') return undefined;
  const { from, until: to = from } = form;
  if (!from || !to) return 'wrong';
  const length = daysBetween(from, to);
  return length >= 0 && length < MOST_MESSAGE_DAYS ? { from, to } : 'wrong';
}
