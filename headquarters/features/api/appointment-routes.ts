import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  apiPass,
  appointmentParams,
  movedAppointment,
  newAppointment,
  onceHeaders,
  type SlotsQuery,
  slotsAnswer,
  slotsQuery,
} from '../../../contracts/api/api-contract.ts';
import type { AppointmentId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import { bornYearsBefore, isFirstDateFor } from '../../../domain/schedules/first-date-for.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { freeSlots, holdBooking, type OnlineSlot } from '../../store/online-slots.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { bookDateIn } from '../booking/book-date.ts';
import { cancelOnlineIn, moveOnlineIn, type WhoseDate } from '../booking/change-booking.ts';
import { centreOffer } from '../passes/centre-facts.ts';
import { loadPerson } from '../passes/person-history.ts';
import { authenticate, callerAt } from '../tokens/authenticate.ts';
import { type Answer, answerOnce, type Refused } from './answer-once.ts';
import { answersOf, needs } from './api-schemas.ts';
import { callerCentre } from './caller-centre.ts';
import { readPassIn } from './read-pass.ts';

/** Dates in the online share of a centre's places: look for free ones, book, move, cancel. */
export function appointmentRoutes(headquarters: Headquarters): FastifyPluginAsync {
  const { databases, now } = headquarters;
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    const security = needs('appointments');
    const passAnswer = (status: 200 | 201) => answersOf(status, apiPass, 'The pass with its dates');
    app.addHook('onRequest', authenticate(headquarters, 'appointments'));

    app.get(
      '/slots',
      {
        schema: {
          summary: 'Lists places that are free now',
          security,
          querystring: slotsQuery,
          response: answersOf(200, slotsAnswer, 'Earliest first, at most 2000'),
        },
      },
      async (request, reply) => {
        const { centre } = callerAt(request);
        const slots = await inCentre(databases.app, centre, (db) => slotsFor(db, now(), request.query));
        return reply.send({ slots });
      },
    );

    app.post(
      '/appointments',
      {
        schema: {
          summary: 'Books a date for the owner of a pass',
          security,
          headers: onceHeaders,
          body: newAppointment,
          response: passAnswer(201),
        },
      },
      (request, reply) =>
        answerOnce(headquarters, request, reply, async (db) => {
          const { centre, actor } = await callerCentre(db, request);
          const booked = await bookDateIn(headquarters, db, centre, { ...request.body, actor });
          if (!booked.ok) return booked;
          return { status: 201, body: await readPassIn(headquarters, db, centre.id, request.body.passId) };
        }),
    );

    app.post(
      '/appointments/:appointmentId/move',
      {
        schema: {
          summary: 'Gives a date another place',
          security,
          headers: onceHeaders,
          params: appointmentParams,
          body: movedAppointment,
          response: passAnswer(200),
        },
      },
      (request, reply) => {
        const { appointmentId } = request.params;
        const { slotId } = request.body;
        return changeDate(headquarters, { request, reply, appointmentId }, (db, centre, whose) =>
          moveOnlineIn(headquarters, db, centre, { ...whose, slotId }),
        );
      },
    );

    app.post(
      '/appointments/:appointmentId/cancel',
      {
        schema: {
          summary: 'Cancels a date and frees its place',
          security,
          headers: onceHeaders,
          params: appointmentParams,
          response: passAnswer(200),
        },
      },
      (request, reply) => {
        const { appointmentId } = request.params;
        return changeDate(headquarters, { request, reply, appointmentId }, (db, centre, whose) =>
          cancelOnlineIn(headquarters, db, centre, whose),
        );
      },
    );
  };
}

async function slotsFor(
  db: CentreDb,
  after: Instant,
  { birthDate, age, fromDay, toDay }: SlotsQuery,
): Promise<OnlineSlot[]> {
  const range = { after, fromDay, toDay };
  if (birthDate === undefined && age === undefined) return freeSlots(db, range);
  const offer = await centreOffer(db);
  const bornFor = (day: PlainDate) => birthDate ?? bornYearsBefore(day, age ?? 0);
  return freeSlots(db, { ...range, wanted: (day) => isFirstDateFor(bornFor(day), day, offer) });
}

interface DateRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly appointmentId: AppointmentId;
}

function changeDate(
  headquarters: Headquarters,
  { request, reply, appointmentId }: DateRequest,
  change: (db: CentreDb, centre: Centre, whose: WhoseDate) => Promise<Result<undefined, string>>,
): Promise<void> {
  return answerOnce(headquarters, request, reply, async (db): Promise<Answer | Refused> => {
    const { centre, actor } = await callerCentre(db, request);
    const booking = await holdBooking(db, appointmentId);
    if (!booking) return { refusal: 'appointment-unknown' };
    const personId = booking.personId as WhoseDate['personId'];
    const { pass } = await loadPerson(headquarters, db, centre.id, personId);
    const read = async () =>
      pass.status === 'none' ? undefined : readPassIn(headquarters, db, centre.id, pass.passId);
    // Nobody changes anything for somebody whose record is closed.
    if (!(await read())) return { refusal: 'appointment-unknown' };
    const changed = await change(db, centre, { personId, appointmentId, actor });
    if (!changed.ok) return changed;
    return { status: 200, body: await read() };
  });
}
