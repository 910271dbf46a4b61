import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import { windowOfDose } from '../../../domain/schedules/schedule.ts';
import { detailsPage, type FieldFaults } from '../../../pages/booking-form.ts';
import { centresPage, chooseDatePage } from '../../../pages/booking-page.ts';
import type { BookingText } from '../../../pages/booking-texts.ts';
import { languageOf } from '../../../pages/device-of.ts';
import { gonePage } from '../../../pages/hand-over-page.ts';
import { startPage } from '../../../pages/start-page.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import { type Centre, centreOf, centresOf } from '../../store/centres.ts';
import { freeSlots, type OnlineSlot, slotOf } from '../../store/online-slots.ts';
import { inCentre } from '../../store/open-databases.ts';
import { centreProduct } from '../passes/centre-facts.ts';
import { type BookOnlineRefusal, bookOnline } from './book-online.ts';
import { freeDays } from './free-days.ts';
import { personalPath } from './personal-link.ts';
import { readBookingForm, type Typed } from './read-booking-form.ts';

const slots = z.union([z.string().max(64), z.array(z.string().max(64)).max(4)]).optional();
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
        await choosePage(headquarters, centre, chosenAt(request.query), languageAt(request)),
      );
    });
    app.post(
      '/book/:centre',
      { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
      (request, reply) => takeBooking(headquarters, request, reply),
    );
  };
}

async function takeBooking(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply) {
  const centre = await centreAt(headquarters, request);
  if (!centre) return html(reply.code(404), gonePage('de'));
  const chosen = chosenAt(request.body);
  const typed = typedAt(request.body);
  const language = languageOf(typed.language, request.headers['accept-language']);
  const page = async (status: number, again: Omit<Again, 'typed'>, keep = chosen) =>
    html(reply.code(status), await choosePage(headquarters, centre, keep, language, { ...again, typed }));
  const read = readBookingForm({ ...typed, language }, plainDateAt(headquarters.now(), centre.timeZone));
  if (!read.ok) return page(400, { faults: read.faults });
  const { details, mayMail } = read;
  const booked = await bookOnline(headquarters, centre, {
    details,
    slotIds: chosen,
    mayMail,
    actor: 'citizen',
  });
  if (booked.ok) return reply.redirect(personalPath(headquarters, centre.id, booked.value.personId), 303);
  const notice = noticeOf(booked.refusal);
  return notice ? page(409, { notice }, []) : page(400, { faults: { familyName: 'familyNameWrong' } });
}

/** Undefined for what the form has to say. */
function noticeOf(refusal: BookOnlineRefusal): BookingText | undefined {
  switch (refusal) {
    case 'slot-full':
    case 'slot-unknown':
    case 'dates-missing':
      return 'slotFull';
    case 'interval-too-long':
    case 'interval-too-short':
      return 'interval';
    default:
      return undefined;
  }
}

interface Again {
  readonly notice?: BookingText;
  readonly faults?: FieldFaults;
  readonly typed: Typed;
}

/** The next step after the dates that are chosen: another date, or the details. */
async function choosePage(
  headquarters: Headquarters,
  centre: Centre,
  slotIds: readonly string[],
  language: Language,
  again?: Again,
): Promise<string> {
  const { databases, now } = headquarters;
  const place = `/book/${centre.id}`;
  const found = await inCentre(databases.app, centre.id, async (db) => {
    const product = await centreProduct(db);
    const schedule = scheduleOf(product.productId);
    const chosen: OnlineSlot[] = [];
    for (const id of slotIds) {
      const slot = await slotOf(db, id);
      if (slot) chosen.push(slot);
    }
    const last = chosen.at(-1);
    const window = last && schedule && windowOfDose(schedule, chosen.length + 1, last.day);
    const range = window ? { fromDay: window.recommendedFrom, toDay: window.recommendedTo } : {};
    return { product, schedule, chosen, free: await freeSlots(db, { after: now(), ...range }) };
  });
  const { product, schedule, chosen, free } = found;
  const ids = chosen.map(({ slotId }) => slotId);
  const shared = {
    language,
    otherLanguage: addressOf(place, ids, language === 'de' ? 'en' : 'de'),
    centre: pageCentre(centre),
    notice: again?.notice,
    product: `${product.name} (${product.disease[language]})`,
    chosen: chosen.map(({ startsAt }) => momentWords(startsAt, centre.timeZone, language)),
    again: addressOf(place, [], language),
  };
  if (chosen.length >= (schedule?.doseCount ?? 1))
    return detailsPage({
      ...shared,
      action: place,
      slotIds: ids,
      typed: again?.typed ?? {},
      faults: again?.faults ?? {},
    });
  const linkOf = (slotId: string) => addressOf(place, [...ids, slotId], language);
  return chooseDatePage({
    ...shared,
    number: chosen.length + 1,
    days: freeDays(free, { language, timeZone: centre.timeZone, linkOf }),
  });
}

export function pageCentre({ name, address, phone }: Centre) {
  return { name, address: address || undefined, phone: phone || undefined };
}

function addressOf(place: string, slotIds: readonly string[], language: Language): string {
  const words = new URLSearchParams([
    ...slotIds.map((id): [string, string] => ['slot', id]),
    ['lang', language],
  ]);
  return `${place}?${words}`;
}

export async function centreAt(
  { databases }: Headquarters,
  request: FastifyRequest,
): Promise<Centre | undefined> {
  const { centre } = z.object({ centre: z.string().max(40) }).parse(request.params);
  return centreOf(databases.app, centre);
}

export function languageAt(request: FastifyRequest): Language {
  return languageOf(query.safeParse(request.query).data?.lang, request.headers['accept-language']);
}

function chosenAt(from: unknown): string[] {
  const { slot } = z.object({ slot: slots }).safeParse(from).data ?? {};
  return slot === undefined ? [] : [slot].flat();
}

function typedAt(body: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, 300)]] : [],
    ),
  );
}
