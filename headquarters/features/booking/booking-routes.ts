import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { FieldFaults } from '../../../pages/booking-form.ts';
import { centresPage } from '../../../pages/booking-page.ts';
import type { BookingText } from '../../../pages/booking-texts.ts';
import { languageOf } from '../../../pages/device-of.ts';
import { gonePage } from '../../../pages/hand-over-page.ts';
import { startPage } from '../../../pages/start-page.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import { type Centre, centreOf, centresOf } from '../../store/centres.ts';
import { birthDateToken, readBirthDateToken } from './birth-date-token.ts';
import { type BookOnceRefusal, bookOnce } from './book-once.ts';
import { type Choosing, choosePage } from './choose-page.ts';
import { personalPath } from './personal-link.ts';
import { readBookingForm, readTypedBirthDate } from './read-booking-form.ts';

const slots = z.union([z.string().max(64), z.array(z.string().max(64)).max(6)]).optional();
const query = z.object({ slot: slots, lang: z.string().max(5).optional() });
/** Where citizens choose their dates and give their details. Works without scripts. */
export function bookingRoutes(headquarters: Headquarters): FastifyPluginAsync {
  const { databases } = headquarters;
  return async (app) => {
    app.get('/', async (request, reply) =>
      html(reply, startPage({ language: languageAt(request), booking: '/book', signIn: '/console/sign-in' })),
    );
    app.get('/book', async (request, reply) => {
      const centres = await centresOf(databases.app);
      const language = languageAt(request);
      const list = centres.map(({ id, name, address }) => ({ name, address, link: `/book/${id}` }));
      return html(reply, centresPage({ language, centres: list }));
    });
    app.get('/book/:centre', async (request, reply) => {
      const centre = await centreAt(headquarters, request);
      if (!centre) return html(reply.code(404), gonePage(languageAt(request)));
      return html(
        reply,
        await choosePage(
          headquarters,
          centre,
          choosingAt(headquarters, centre, request.query),
          languageAt(request),
        ),
      );
    });
    const config = { rateLimit: { max: 30, timeWindow: '1 minute' } };
    app.post('/book/:centre', { config }, (request, reply) => takeBooking(headquarters, request, reply));
    app.post('/book/:centre/born', { config }, (request, reply) =>
      takeBirthDate(headquarters, request, reply),
    );
  };
}

async function takeBooking(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply) {
  const centre = await centreAt(headquarters, request);
  if (!centre) return html(reply.code(404), gonePage('de'));
  const chosen = choosingAt(headquarters, centre, request.body);
  const typed = typedAt(request.body);
  const language = languageOf(typed.language, request.headers['accept-language']);
  const page = async (
    status: number,
    again: {
      readonly notice?: BookingText;
      readonly faults?: FieldFaults;
      readonly formKey?: string | undefined;
    },
    keep = chosen,
  ) => html(reply.code(status), await choosePage(headquarters, centre, keep, language, { ...again, typed }));
  const read = readBookingForm({ ...typed, language }, plainDateAt(headquarters.now(), centre.timeZone));
  if (!read.ok) return page(400, { faults: read.faults });
  const { details, mayMail } = read;
  const wish = { details, slotIds: chosen.slotIds, mayMail, actor: 'citizen' };
  const requestKey = formKeyOf(typed);
  const booked = await bookOnce(headquarters, centre, wish, requestKey);
  if (booked.ok) return reply.redirect(personalPath(headquarters, centre.id, booked.value.personId), 303);
  if (booked.refusal === 'sent-before') return page(409, { notice: 'sentBefore' });
  if (booked.refusal === 'at-work') return page(503, { notice: 'stillBooking', formKey: requestKey });
  // Where no schedule is confirmed, nothing but the ages that the vaccine is for stands against a first date.
  if (booked.refusal === 'dose-not-due' && chosen.birthDate === undefined)
    return page(400, { faults: { birthDate: 'ageNotAuthorised' } });
  const notice = noticeOf(booked.refusal);
  if (!notice) return page(400, { faults: { familyName: 'familyNameWrong' } });
  // By the birth date that was typed last: it may be another one than the dates were chosen for.
  const { birthDate } = chosen.birthDate === undefined ? chosen : details;
  return page(409, { notice }, { slotIds: [], birthDate });
}

/** On to the dates for somebody of that age, with the birth date sealed in the address. */
async function takeBirthDate(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply) {
  const centre = await centreAt(headquarters, request);
  if (!centre) return html(reply.code(404), gonePage('de'));
  const typed = typedAt(request.body);
  const language = languageOf(typed.language, request.headers['accept-language']);
  const read = readTypedBirthDate(typed, plainDateAt(headquarters.now(), centre.timeZone));
  if (read.ok) {
    const who = birthDateToken(headquarters, centre.id, read.birthDate);
    return reply.redirect(`/book/${centre.id}?${new URLSearchParams({ who, lang: language })}`, 303);
  }
  const nothing = { slotIds: [], birthDate: undefined };
  const again = { faults: { birthDate: read.fault }, typed };
  return html(reply.code(400), await choosePage(headquarters, centre, nothing, language, again));
}

/** Undefined for what the form has to say. */
function noticeOf(refusal: BookOnceRefusal): BookingText | undefined {
  switch (refusal) {
    case 'slot-full':
    case 'slot-unknown':
    case 'dates-missing':
      return 'slotFull';
    case 'interval-too-long':
    case 'interval-too-short':
      return 'interval';
    case 'dose-not-due':
      return 'dateNotDue';
    default:
      return undefined;
  }
}

export async function centreAt(
  { databases }: Headquarters,
  request: FastifyRequest,
): Promise<Centre | undefined> {
  const { centre } = z.object({ centre: z.string().max(40) }).parse(request.params);
  return centreOf(databases.app, centre);
}

/** `own`: of whom the page is, where the address says none. */
export function languageAt(request: FastifyRequest, own?: Language): Language {
  return languageOf(query.safeParse(request.query).data?.lang ?? own, request.headers['accept-language']);
}

function choosingAt(headquarters: Headquarters, centre: Centre, from: unknown): Choosing {
  const { slot, who } =
    z.object({ slot: slots, who: z.string().max(200).optional() }).safeParse(from).data ?? {};
  return {
    slotIds: slot === undefined ? [] : [slot].flat(),
    birthDate: who === undefined ? undefined : readBirthDateToken(headquarters, centre.id, who),
  };
}

/** Which form it is that was sent; undefined for one without a name. */
function formKeyOf({ key = '' }: Record<string, string>): string | undefined {
  return /^[\x21-\x7e]{8,128}$/.test(key) ? key : undefined;
}

function typedAt(body: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, 300)]] : [],
    ),
  );
}
