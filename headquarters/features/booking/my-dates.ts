import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dateOfDose, datesFrom, type PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { AppointmentId } from '../../../domain/kernel/ids.ts';
import { refuse } from '../../../domain/kernel/result.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import { type Course, courseOn } from '../../../domain/products/course.ts';
import { dateIsInWindow } from '../../../domain/schedules/schedule.ts';
import type { BookingText } from '../../../pages/booking-texts.ts';
import { type Choice, cancelPage, type OpenDose, ownDatesPage } from '../../../pages/own-dates-page.ts';
import type { Headquarters } from '../../headquarters.ts';
import { daysWithFree, freeSlotsOn, slotOf } from '../../store/online-slots.ts';
import { inCentre } from '../../store/open-databases.ts';
import { openAppointmentsOf } from '../messages/open-appointments.ts';
import { loadPerson } from '../passes/person-history.ts';
import { questionsOfNext, questionsPath } from '../screening/questions-of-next.ts';
import { bookDate } from './book-date.ts';
import { languageAt } from './booking-routes.ts';
import { cancelledDatesOf } from './cancelled-dates.ts';
import { cancelOnline, moveOnline, openDosesOf, todayOf, windowForDose } from './change-booking.ts';
import { closedDays } from './closed-days.ts';
import { freeDays, MOST_DAYS, windowLeft } from './free-days.ts';
import type { Owner } from './owner.ts';
import { pageCentre } from './page-centre.ts';

const notices: readonly string[] = ['moved', 'booked', 'cancelled', 'notChanged', 'slotFull', 'interval'];
const datesQuery = z.object({
  move: z.string().max(64).optional(),
  choose: z.coerce.number().int().optional(),
  say: z.string().max(20).optional(),
});
const ofDate = z.object({
  date: z.string().max(64).default(''),
  dose: z.coerce.number().int().default(0),
  slot: z.string().max(64).default(''),
});

/** Their open dates, the doses that lack one, and the free times for what is being chosen. */
export async function datesPage(
  headquarters: Headquarters,
  owner: Owner,
  request: FastifyRequest,
): Promise<string> {
  const language = languageAt(request);
  const { path, centre, known } = owner;
  const { move, choose, say } = datesQuery.safeParse(request.query).data ?? {};
  const open = openAppointmentsOf(known);
  const today = todayOf(headquarters, centre);
  const missing = openDosesOf(known, today);
  const { course, doses: openDoses } = missing;
  const cancelled = cancelledDatesOf(known, { now: headquarters.now(), today, open: missing });
  const closed = await inCentre(headquarters.databases.app, centre.id, closedDays);
  const at = ({ startsAt }: PlannedAppointment) => momentWords(startsAt, centre.timeZone, language);
  const questions = await questionsOfNext(headquarters, centre, known);
  const moving = open.find(({ appointmentId }) => appointmentId === move);
  const linkOf = (what: string) => `${path}/dates?${what}&lang=${language}#choose`;
  const choice = moving
    ? await choiceOf(headquarters, owner, language, {
        course: courseOn(moving.productId, moving.day),
        dose: moving.plannedDose,
        post: `${moving.appointmentId}/move`,
      })
    : choose !== undefined && openDoses.includes(choose)
      ? await choiceOf(headquarters, owner, language, {
          course,
          dose: choose,
          post: `dose/${choose}/book`,
        })
      : undefined;
  return ownDatesPage({
    language,
    otherLanguage: `${path}/dates?lang=${language === 'de' ? 'en' : 'de'}`,
    centre: pageCentre(centre),
    ...(say && notices.includes(say) ? { notice: say as BookingText } : {}),
    dates: open.map(({ appointmentId, plannedDose, day, ...date }) => ({
      plannedDose,
      at: momentWords(date.startsAt, centre.timeZone, language),
      isClosedDay: closed.has(day),
      moveLink: linkOf(`move=${appointmentId}`),
      cancelLink: `${path}/dates/${appointmentId}/cancel?lang=${language}`,
      ...(questions?.appointmentId === appointmentId
        ? {
            questions: {
              link: `${questionsPath(path, appointmentId)}?lang=${language}`,
              isAnswered: questions.isAnswered,
            },
          }
        : {}),
    })),
    cancelled: cancelled.map(({ date, why, isToCome, isOpen, instead }) => ({
      plannedDose: date.plannedDose,
      at: at(date),
      why,
      isToCome,
      ...(isOpen ? { chooseLink: linkOf(`choose=${date.plannedDose}`) } : {}),
      ...(instead ? { instead: at(instead) } : {}),
    })),
    openDoses: openDoses.map((dose): OpenDose => ({ dose, chooseLink: linkOf(`choose=${dose}`) })),
    ...(choice ? { choice } : {}),
    passLink: `${path}?lang=${language}`,
  });
}

/** The page that asks before a date is cancelled; undefined where it is none that can be. */
export function askToCancel({ path, centre, known }: Owner, request: FastifyRequest): string | undefined {
  const language = languageAt(request);
  const { date } = ofDate.parse(request.params);
  const open = openAppointmentsOf(known);
  const asked = open.find(({ appointmentId }) => appointmentId === date);
  if (!asked) return undefined;
  const words = ({ plannedDose, startsAt }: typeof asked) => ({
    plannedDose,
    at: momentWords(startsAt, centre.timeZone, language),
  });
  return cancelPage({
    language,
    otherLanguage: `${path}/dates/${date}/cancel?lang=${language === 'de' ? 'en' : 'de'}`,
    centre: pageCentre(centre),
    ...words(asked),
    staying: open.filter((each) => each !== asked).map(words),
    action: `${path}/dates/${date}/cancel?lang=${language}`,
    back: `${path}/dates?lang=${language}`,
  });
}

async function choiceOf(
  headquarters: Headquarters,
  { centre, known, path }: Owner,
  language: Language,
  { course, dose, post }: { readonly course: Course; readonly dose: number; readonly post: string },
): Promise<Choice> {
  const today = todayOf(headquarters, centre);
  const window = windowForDose(known, course, dose, today);
  const { isNoneFitting, isOutside, slots } = await inCentre(
    headquarters.databases.app,
    centre.id,
    async (db) => {
      const now = headquarters.now();
      const free = await daysWithFree(db, now);
      const allowed = window ? free.filter((day) => dateIsInWindow(day, window) === 'inside') : free;
      const recommended =
        window && allowed.filter((day) => day >= window.recommendedFrom && day <= window.recommendedTo);
      const days = recommended?.length ? recommended : allowed;
      const isOutside = recommended?.length === 0;
      const isNoneFitting = days.length === 0 && free.length > 0;
      return { isNoneFitting, isOutside, slots: await freeSlotsOn(db, days.slice(0, MOST_DAYS), now) };
    },
  );
  const linkOf = (slotId: string) => `${path}/dates/${post}/${slotId}?lang=${language}`;
  const left = window && windowLeft(window, today, language);
  const next = dateOfDose(datesFrom(known.appointments, today), course, dose + 1);
  const isTooSoon =
    window?.latest !== undefined && next && (window.latest < today || window.latest < window.earliest);
  return {
    dose,
    days: freeDays(slots, { language, timeZone: centre.timeZone, linkOf }),
    ...(left ? { window: left.words, isOneDay: left.isOneDay } : {}),
    isPassed: window !== undefined && left === undefined,
    isOutside,
    ...(isTooSoon ? { tooSoonFor: next.plannedDose } : {}),
    isNoneFitting,
  };
}

type Change = (
  headquarters: Headquarters,
  owner: Owner,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<unknown>;

const move: Change = async (headquarters, owner, request, reply) => {
  const { date, slot } = ofDate.parse(request.params);
  const { centre, personId } = owner;
  const whose = { personId, appointmentId: date as AppointmentId, actor: 'citizen' };
  const moved = await moveOnline(headquarters, centre, { ...whose, slotId: slot });
  const isSo = moved.ok || (await isAlready(headquarters, owner, { slot, appointmentId: date }));
  return back(owner, request, reply, isSo ? 'moved' : noticeOf(moved.refusal));
};

const book: Change = async (headquarters, owner, request, reply) => {
  const { dose, slot } = ofDate.parse(request.params);
  const { centre, pass, known } = owner;
  const isOpen = openDosesOf(known, todayOf(headquarters, centre)).doses.includes(dose);
  const wish = { passId: pass.passId, dose, slotId: slot, actor: 'citizen' };
  const booked = isOpen ? await bookDate(headquarters, centre, wish) : refuse('dose-not-planned');
  const isSo = booked.ok || (await isAlready(headquarters, owner, { slot, plannedDose: dose }));
  return back(owner, request, reply, isSo ? 'booked' : noticeOf(booked.refusal));
};

const cancel: Change = async (headquarters, owner, request, reply) => {
  const { date } = ofDate.parse(request.params);
  const { centre, personId } = owner;
  const whose = { personId, appointmentId: date as AppointmentId, actor: 'citizen' };
  const ended = await cancelOnline(headquarters, centre, whose);
  const isSo =
    ended.ok || (await isAlready(headquarters, owner, { appointmentId: date, status: 'cancelled' }));
  return back(owner, request, reply, isSo ? 'cancelled' : 'notChanged');
};

interface Wished {
  readonly slot?: string;
  readonly appointmentId?: string;
  readonly plannedDose?: number;
  readonly status?: 'booked' | 'cancelled';
}

/** A form that came twice: what it asks for was done the first time, and is so. */
async function isAlready(
  headquarters: Headquarters,
  { centre, personId }: Owner,
  { slot, appointmentId, plannedDose, status = 'booked' }: Wished,
): Promise<boolean> {
  return inCentre(headquarters.databases.app, centre.id, async (db) => {
    const { appointments } = (await loadPerson(headquarters, db, centre.id, personId)).appointments;
    const place = slot === undefined ? undefined : await slotOf(db, slot);
    if (slot !== undefined && !place) return false;
    return appointments.some(
      (date) =>
        date.status === status &&
        (appointmentId === undefined || date.appointmentId === appointmentId) &&
        (plannedDose === undefined || date.plannedDose === plannedDose) &&
        (place === undefined || date.startsAt === place.startsAt),
    );
  });
}

/** What a form of the page may change, by its address. */
export const changes: Readonly<Record<string, Change>> = {
  '/dates/:date/move/:slot': move,
  '/dates/dose/:dose/book/:slot': book,
  '/dates/:date/cancel': cancel,
};

function back({ path }: Owner, request: FastifyRequest, reply: FastifyReply, say: BookingText) {
  return reply.redirect(`${path}/dates?say=${say}&lang=${languageAt(request)}`, 303);
}

function noticeOf(refusal: string): BookingText {
  if (refusal === 'slot-full' || refusal === 'slot-unknown') return 'slotFull';
  return refusal.startsWith('interval') ? 'interval' : 'notChanged';
}
