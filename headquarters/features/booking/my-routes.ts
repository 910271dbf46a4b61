import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { passPdf } from '../../../documents/pass-pdf.ts';
import type { PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { epochMsOf } from '../../../domain/kernel/instant.ts';
import { faceOf } from '../../../domain/passes/face-of.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { calendarFile } from '../../../messaging/calendar-file.ts';
import { calendarMediaType, passMediaType } from '../../../messaging/message-mail.ts';
import { doseDateWords } from '../../../pages/booking-parts.ts';
import { deviceOf } from '../../../pages/device-of.ts';
import { gonePage, googleLaterPage, handOverPage } from '../../../pages/hand-over-page.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import { inCentre } from '../../store/open-databases.ts';
import { validPassesOf } from '../../store/passes.ts';
import { bringToGoogle, googlePath, googleWay } from '../google/google-way.ts';
import { openAppointmentsOf, openDates } from '../messages/open-appointments.ts';
import { centreTemplates } from '../passes/centre-templates.ts';
import { passFactsOf } from '../passes/pass-facts.ts';
import { passKeyOf, signPass } from '../passes/pass-signing.ts';
import { loadPerson } from '../passes/person-history.ts';
import { centreAt, languageAt } from './booking-routes.ts';
import { cancelledDatesOf } from './cancelled-dates.ts';
import { openDosesOf, todayOf } from './change-booking.ts';
import { closedDays } from './closed-days.ts';
import { askToCancel, changes, datesPage } from './my-dates.ts';
import { questionsAt, takeAnswers } from './my-questions.ts';
import type { Owner } from './owner.ts';
import { personalPath, readPersonalRef } from './personal-link.ts';

/** The private pages of one person: the pass on every way, and their dates. */
export function myRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (app) => {
    const base = '/my/:centre/:ref';
    const own = (
      url: string,
      answer: (owner: Owner, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
      method: 'GET' | 'POST' = 'GET',
    ) =>
      app.route({
        method,
        url: base + url,
        handler: async (request, reply) => {
          const owner = await ownerAt(headquarters, request);
          return owner ? answer(owner, request, reply) : html(reply.code(404), gonePage(languageAt(request)));
        },
      });
    own('', async (owner, request, reply) => html(reply, await passPage(headquarters, owner, request)));
    own(googlePath, (owner, request, reply) => goToGoogle(headquarters, owner, request, reply));
    own('/pass.pkpass', (owner, _request, reply) => sendPassFile(headquarters, owner, reply));
    own('/pass.pdf', (owner, request, reply) => sendPaper(headquarters, owner, request, reply));
    own('/dates.ics', (owner, request, reply) => sendCalendar(headquarters, owner, request, reply));
    own('/dates', async (owner, request, reply) =>
      html(reply, await datesPage(headquarters, owner, request)),
    );
    own('/dates/:date/cancel', async (owner, request, reply) =>
      html(reply, askToCancel(owner, request) ?? (await datesPage(headquarters, owner, request))),
    );
    own('/dates/:date/questions', (owner, request, reply) =>
      questionsAt(headquarters, owner, request, reply),
    );
    own(
      '/dates/:date/questions',
      (owner, request, reply) => takeAnswers(headquarters, owner, request, reply),
      'POST',
    );
    for (const [url, change] of Object.entries(changes))
      own(url, (owner, request, reply) => change(headquarters, owner, request, reply), 'POST');
  };
}

async function ownerAt(headquarters: Headquarters, request: FastifyRequest): Promise<Owner | undefined> {
  const centre = await centreAt(headquarters, request);
  const { ref } = z.object({ ref: z.string().max(128) }).parse(request.params);
  const personId = centre && readPersonalRef(headquarters, centre.id, ref);
  if (!centre || !personId) return undefined;
  return inCentre(headquarters.databases.app, centre.id, async (db) => {
    const [pass] = await validPassesOf(db, [personId]);
    const known = await loadPerson(headquarters, db, centre.id, personId);
    const isHere = known.person.status === 'registered' && known.person.details;
    return pass && isHere
      ? { centre, personId, known, pass, path: personalPath(headquarters, centre.id, personId) }
      : undefined;
  });
}

async function passPage(headquarters: Headquarters, owner: Owner, request: FastifyRequest): Promise<string> {
  const { path, centre, pass, known } = owner;
  const language = languageAt(request, 'details' in known.person ? known.person.details.language : undefined);
  const other = language === 'de' ? 'en' : 'de';
  const google = await inCentre(headquarters.databases.app, centre.id, (db) =>
    googleWay(headquarters, db, { centre: centre.id, pass, page: path }),
  );
  return handOverPage({
    language,
    centre: { name: centre.name, phone: centre.phone || undefined },
    address: headquarters.address + path,
    otherLanguage: `${path}?lang=${other}`,
    device: deviceOf(request.headers['user-agent']),
    shortNumber: shortNumberOf(pass.passId),
    ...(await datesTold(headquarters, owner, language)),
    isLive: true,
    links: {
      apple: `${path}/pass.pkpass`,
      ...(google ? { google } : {}),
      paper: `${path}/pass.pdf?lang=${language}`,
      calendar: openDates(known).length > 0 ? `${path}/dates.ics` : undefined,
      dates: `${path}/dates?lang=${language}`,
    },
  });
}

/** A date on a day that the centre closed is told among those that will not be kept, cancelled or not yet. */
async function datesTold(headquarters: Headquarters, { known, centre }: Owner, language: Language) {
  const closed = await inCentre(headquarters.databases.app, centre.id, closedDays);
  const today = todayOf(headquarters, centre);
  const told = cancelledDatesOf(known, {
    now: headquarters.now(),
    today,
    open: openDosesOf(known, today),
  });
  const booked = openAppointmentsOf(known);
  const open = booked.filter(({ day }) => !closed.has(day));
  const wordsOf = ({ plannedDose, startsAt }: PlannedAppointment) =>
    doseDateWords(plannedDose, momentWords(startsAt, centre.timeZone, language), language);
  const onClosedDay = booked.filter(({ day }) => closed.has(day) && day >= today);
  const cancelled = [
    ...onClosedDay.map((date) => ({ words: wordsOf(date), why: 'closed' as const })),
    ...told.map(({ date, why }) => ({ words: wordsOf(date), why })),
  ];
  const place = [centre.name, centre.address].filter(Boolean).join(', ');
  return { ...(open.length > 0 ? { dates: { place, words: open.map(wordsOf) } } : {}), cancelled };
}

async function goToGoogle(
  headquarters: Headquarters,
  { centre, pass }: Owner,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const link = await bringToGoogle(headquarters, centre, pass);
  if (link.ok) return reply.header('cache-control', 'no-store').redirect(link.value, 303);
  const language = languageAt(request);
  return link.refusal === 'google-off'
    ? html(reply.code(404), gonePage(language))
    : html(reply.code(503), googleLaterPage(language));
}

async function sendPassFile(headquarters: Headquarters, { centre, pass }: Owner, reply: FastifyReply) {
  const signed = await signPass(headquarters, centre.id, pass.passId);
  if (!signed) return html(reply.code(404), gonePage('de'));
  return reply.header('cache-control', 'no-store').type(passMediaType).send(Buffer.from(signed.file));
}

async function sendPaper(
  headquarters: Headquarters,
  { centre, pass, known }: Owner,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const language = languageAt(request);
  const facts = passFactsOf(known, pass, { centre, key: await passKeyOf(headquarters, centre.id) });
  if (!facts) return html(reply.code(404), gonePage(language));
  const { ofVersion } = await inCentre(headquarters.databases.app, centre.id, (db) =>
    centreTemplates(db, centre),
  );
  const template = ofVersion(pass.templateVersion);
  const bytes = await passPdf({
    face: faceOf(passContent(facts, template), template, language),
    language,
    centreName: centre.name,
    madeAt: new Date(epochMsOf(headquarters.now())),
  });
  return reply
    .header('content-disposition', `attachment; filename="Impfpass-${shortNumberOf(pass.passId)}.pdf"`)
    .header('cache-control', 'no-store')
    .type('application/pdf')
    .send(Buffer.from(bytes));
}

async function sendCalendar(
  headquarters: Headquarters,
  { centre, known }: Owner,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { name, timeZone, address, phone } = centre;
  const calendar = calendarFile({
    dates: openDates(known),
    language: languageAt(request),
    centre: { name, timeZone, ...(address ? { address } : {}), ...(phone ? { phone } : {}) },
    now: headquarters.now(),
  });
  return reply
    .header('content-disposition', 'attachment; filename="termine.ics"')
    .header('cache-control', 'no-store')
    .type(calendarMediaType)
    .send(calendar);
}
