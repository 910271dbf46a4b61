import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  apiPass,
  messageAnswer,
  messageRequest,
  newPass,
  onceHeaders,
  passParams,
  scanDecision,
  scanReport,
  voidPassQuery,
} from '../../../contracts/api/api-contract.ts';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import { bookOnlineIn } from '../booking/book-online.ts';
import { passKeyOf } from '../passes/pass-signing.ts';
import { voidPass } from '../passes/void-pass.ts';
import { authenticate, callerAt } from '../tokens/authenticate.ts';
import { answerOnce } from './answer-once.ts';
import { answersOf, needs } from './api-schemas.ts';
import { callerCentre } from './caller-centre.ts';
import { messagePasses } from './message-passes.ts';
import { readPass, readPassIn } from './read-pass.ts';
import { sendRefusal } from './send-refusal.ts';
import { takeScan } from './take-scan.ts';

/** Passes of a centre for its existing systems: make, look at, void, message. */
export function passRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    const security = needs('passes');
    app.addHook('onRequest', authenticate(headquarters, 'passes'));

    app.post(
      '/passes',
      {
        schema: {
          summary: 'Registers a person with the data of a form, books dates if wanted, and issues the pass',
          security,
          headers: onceHeaders,
          body: newPass,
          response: answersOf(201, apiPass, 'The pass, with its links'),
        },
      },
      (request, reply) =>
        answerOnce(headquarters, request, reply, async (db) => {
          const { centre, actor } = await callerCentre(db, request);
          const { person, slotIds, mayMail, template } = request.body;
          const booked = await bookOnlineIn(headquarters, db, centre, {
            details: person,
            slotIds,
            template,
            mayMail: mayMail && Boolean(person.email),
            mayComeUnbooked: true,
            actor,
          });
          if (!booked.ok) return booked;
          return { status: 201, body: await readPassIn(headquarters, db, centre.id, booked.value.passId) };
        }),
    );

    app.get(
      '/passes/:passId',
      {
        schema: {
          summary: 'Shows a pass, without personal data',
          security,
          params: passParams,
          response: answersOf(200, apiPass, 'The pass as it stands now'),
        },
      },
      async (request, reply) => {
        const pass = await readPass(headquarters, callerAt(request).centre, request.params.passId);
        return pass ? reply.send(pass) : sendProblem(reply, 'not-found');
      },
    );

    app.delete(
      '/passes/:passId',
      {
        schema: {
          summary: 'Voids a pass; voiding it again changes nothing',
          security,
          params: passParams,
          querystring: voidPassQuery,
          response: answersOf(200, apiPass, 'The void pass'),
        },
      },
      async (request, reply) => {
        const { centre, clientId: actor } = callerAt(request);
        const { passId } = request.params;
        const done = await voidPass(headquarters, centre, { passId, reason: request.query.reason, actor });
        if (!done.ok && done.refusal !== 'pass-already-voided') return sendRefusal(reply, done.refusal);
        const pass = await readPass(headquarters, centre, passId);
        return pass ? reply.send(pass) : sendProblem(reply, 'not-found');
      },
    );

    app.post(
      '/messages',
      {
        schema: {
          summary: 'Writes a message, such as the house rules, onto passes',
          security,
          headers: onceHeaders,
          body: messageRequest,
          response: answersOf(200, messageAnswer, 'What became of each pass'),
        },
      },
      (request, reply) =>
        answerOnce(headquarters, request, reply, async (db) => {
          const { centre, actor } = await callerCentre(db, request);
          const results = await messagePasses(headquarters, db, centre, { ...request.body, actor });
          return { status: 200, body: { results } };
        }),
    );
  };
}

/** What an existing scan system reports and is answered. */
export function scanRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('onRequest', authenticate(headquarters, 'scans'));
    app.post(
      '/scans',
      {
        schema: {
          summary: 'Says what the text of a scan means, and notes that this pass was scanned',
          security: needs('scans'),
          headers: onceHeaders,
          body: scanReport,
          response: answersOf(200, scanDecision, 'The decision, by the record of now'),
        },
      },
      async (request, reply) => {
        const { centre, clientId: actor } = callerAt(request);
        const key = await passKeyOf(headquarters, centre);
        return answerOnce(headquarters, request, reply, async (db) => {
          const scan = { ...request.body, actor, key };
          return { status: 200, body: await takeScan(headquarters, db, centre, scan) };
        });
      },
    );
  };
}
