import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PlannedAppointment } from '../../../domain/appointments/appointments.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import { gonePage } from '../../../pages/hand-over-page.ts';
import { keepDatesPage, keptDatesPage } from '../../../pages/keep-dates-page.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import type { Centre } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { loadPerson } from '../passes/person-history.ts';
import { centreAt, languageAt } from './booking-routes.ts';
import { keepChoice, keepDates, readKeepRef, type TwoBookings } from './keep-dates.ts';
import { pageCentre } from './page-centre.ts';

const ofChoice = z.object({ kept: z.string().max(64), ref: z.string().max(128) });
const said = z.object({ say: z.literal('kept').optional() });

/** Where whoever booked twice chooses which dates they keep (docs/decisions/0058). */
export function keepRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (app) => {
    const url = '/keep/:centre/:kept/:ref';
    app.get(url, (request, reply) => answer(headquarters, request, reply, ask));
    app.post(url, { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, (request, reply) =>
      answer(headquarters, request, reply, keep),
    );
  };
}

interface Asked {
  readonly centre: Centre;
  readonly choice: TwoBookings;
  /** As asked for, else of whoever booked what is kept. */
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer(
  headquarters: Headquarters,
  request: FastifyRequest,
  reply: FastifyReply,
  step: (headquarters: Headquarters, asked: Asked) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const centre = await centreAt(headquarters, request);
  const choice = centre && readKeepRef(headquarters, centre.id, ofChoice.parse(request.params));
  if (!centre || !choice) return html(reply.code(404), gonePage(languageAt(request)));
  const { person } = await inCentre(headquarters.databases.app, centre.id, (db) =>
    loadPerson(headquarters, db, centre.id, choice.kept),
  );
  const language = languageAt(request, 'details' in person ? person.details.language : undefined);
  return step(headquarters, { centre, choice, language, request, reply });
}

async function ask(headquarters: Headquarters, { centre, choice, language, request, reply }: Asked) {
  const here = pathOf(request);
  const shared = {
    language,
    otherLanguage: `${here}?lang=${language === 'de' ? 'en' : 'de'}`,
    centre: pageCentre(centre),
  };
  const found = await inCentre(headquarters.databases.app, centre.id, (db) =>
    keepChoice(headquarters, db, centre, choice),
  );
  if (!found) {
    const isDone = said.safeParse(request.query).data?.say === 'kept';
    return html(reply, keptDatesPage({ ...shared, isDone }));
  }
  const words = ({ plannedDose, startsAt }: PlannedAppointment) => ({
    plannedDose,
    at: momentWords(startsAt, centre.timeZone, language),
  });
  const dates = { staying: found.staying.map(words), ending: found.ending.map(words) };
  return html(reply, keepDatesPage({ ...shared, ...dates, action: `${here}?lang=${language}` }));
}

async function keep(headquarters: Headquarters, { centre, choice, language, request, reply }: Asked) {
  const kept = await keepDates(headquarters, centre, choice);
  const say = kept.ok ? 'say=kept&' : '';
  return reply.redirect(`${pathOf(request)}?${say}lang=${language}`, 303);
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? url;
}
