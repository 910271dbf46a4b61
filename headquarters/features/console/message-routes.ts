import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { daysBetween, parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import { type Audience, addMessage, messagesOf } from '../../store/centre-messages.ts';
import { centreOf } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { countReached } from '../messages/centre-message.ts';
import { languageOf } from './console-page.ts';
import { signedIn } from './console-session.ts';
import type { ConsoleText } from './console-texts.ts';
import type { ConsoleActs } from './google-routes.ts';
import { type MessagePlace, messagesPage, previewPage } from './message-page.ts';

const MOST_SHOWN = 20;
const MOST_DAYS = 31;

const ofCentre = z.object({ centre: z.string().max(40) });
const words = z.string().trim().min(1).max(500);
const messageForm = z
  .object({
    id: z.uuid().optional(),
    de: words,
    en: words,
    to: z.enum(['all', 'days']),
    from: z.string().max(10).default(''),
    until: z.string().max(10).default(''),
  })
  .transform(({ id, de, en, ...audience }, context) => {
    const days = daysOf(audience);
    if (days === 'wrong') {
      context.addIssue({ code: 'custom', message: 'no such period' });
      return z.NEVER;
    }
    return { id, words: { de, en }, days };
  });

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
  const show = async (request: FastifyRequest, reply: FastifyReply, notice?: ConsoleText) => {
    const place = await placeAt(request);
    const known = await inCentre(databases.app, place.centre.id, (db) => messagesOf(db, MOST_SHOWN));
    return html(reply, messagesPage(place, known, notice));
  };
  return async (app) => {
    const base = '/console/centres/:centre/messages';
    app.get(base, (request, reply) => show(request, reply));
    app.post(`${base}/preview`, async (request, reply) => {
      const form = messageForm.safeParse(request.body);
      if (!form.success) return show(request, reply.code(400), 'messageWrong');
      const place = await placeAt(request);
      const reached = await countReached(headquarters, place.centre, form.data);
      return html(reply, previewPage(place, { ...form.data, id: newId() }, reached));
    });
    app.post(base, async (request, reply) => {
      const form = messageForm.safeParse(request.body);
      if (!form.success || !form.data.id) return show(request, reply.code(400), 'messageWrong');
      const { centre } = await placeAt(request);
      const actor = (await signedIn(headquarters, request))?.id ?? '';
      const message = { ...form.data, id: form.data.id, actor, createdAt: now() };
      if (await inCentre(databases.app, centre.id, (db) => addMessage(db, centre.id, message)))
        await note(request, centre.id, 'message-sent', message.id);
      return show(request, reply, 'messageSent');
    });
  };
}

/** Undefined for all; a period without an end is one day. */
function daysOf(form: { to: 'all' | 'days'; from: string; until: string }): Audience['days'] | 'wrong' {
  if (form.to === 'all') return undefined;
  const from = parsePlainDate(form.from);
  const to = form.until === '' ? from : parsePlainDate(form.until);
  if (!from || !to) return 'wrong';
  const length = daysBetween(from, to);
  return length >= 0 && length < MOST_DAYS ? { from, to } : 'wrong';
}
