import type { FastifyPluginAsync } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { problem } from '../../../contracts/api/problem.ts';
import {
  handOverAnswer,
  handOverRequest,
  passMailAnswer,
  passMailRequest,
} from '../../../contracts/sync/hand-over-contract.ts';
import { leaveAnswer } from '../../../contracts/sync/leave-contract.ts';
import {
  erasureAnswer,
  erasureRequest,
  erasuresAnswer,
  passKeysAnswer,
  passKeysLabel,
  pullAnswer,
  pullQuery,
} from '../../../contracts/sync/pull-contract.ts';
import { pushAnswer, pushRequest, stateAnswer } from '../../../contracts/sync/push-contract.ts';
import { sealKeys } from '../../../ledger/key-box.ts';
import type { Headquarters } from '../../headquarters.ts';
import { sendProblem } from '../../problems.ts';
import { erasuresOf } from '../../store/erasures.ts';
import { feedEnd } from '../../store/feed.ts';
import { inCentre } from '../../store/open-databases.ts';
import { chainsOf } from '../../store/received-events.ts';
import { noteSeen, stationOf } from '../../store/stations.ts';
import { passKeyOf } from '../passes/pass-signing.ts';
import { authenticate, callerAt } from '../tokens/authenticate.ts';
import { erase } from './erase.ts';
import { handOver, mailPasses } from './hand-over.ts';
import { imageRoutes } from './image-routes.ts';
import { leave } from './leave.ts';
import { pull } from './pull.ts';
import { type PushRefusal, push } from './push.ts';

/** What stations send and fetch. All of it needs a station's token. */
export function syncRoutes(headquarters: Headquarters): FastifyPluginAsync {
  const { databases, now, version } = headquarters;
  return async (plain) => {
    const app = plain.withTypeProvider<ZodTypeProvider>();
    app.addHook('onRequest', authenticate(headquarters, 'sync'));
    // Whoever waits for the feed is answered at once when the server closes, and asks again later.
    const closing = new AbortController();
    app.addHook('preClose', async () => closing.abort());

    await plain.register(imageRoutes(headquarters));

    app.get('/sync/v1/state', { schema: { response: { 200: stateAnswer } } }, (request) => {
      const { centre, id } = callerAt(request);
      return inCentre(databases.app, centre, async (db) => {
        await noteSeen(db, id, { at: now() });
        return {
          station: id,
          centre,
          standing: (await stationOf(db, id))?.standing ?? 'revoked',
          chains: await chainsOf(db, id),
          feedPosition: (await feedEnd(db)).position,
          version,
        };
      });
    });

    app.post(
      '/sync/v1/events',
      { schema: { body: pushRequest, response: { 200: pushAnswer, '4xx': problem } } },
      async (request, reply) => {
        const outcome = await push(headquarters, callerAt(request), request.body);
        if (outcome.ok) return outcome.value;
        if (outcome.refusal === 'station-frozen') return sendProblem(reply, 'station-frozen');
        return sendProblem(reply, 'refused', { detail: refusals[outcome.refusal] });
      },
    );

    app.get(
      '/sync/v1/feed',
      { schema: { querystring: pullQuery, response: { 200: pullAnswer, '4xx': problem } } },
      async (request, reply) => {
        const ended = AbortSignal.any([request.signal, closing.signal]);
        const outcome = await pull(headquarters, callerAt(request), request.query, ended);
        if (outcome.ok) return outcome.value;
        return sendProblem(reply, 'conflict', { detail: 'The feed does not reach this position.' });
      },
    );

    app.get('/sync/v1/pass-keys', { schema: { response: { 200: passKeysAnswer } } }, async (request) => {
      const { centre, id } = callerAt(request);
      const station = await inCentre(databases.app, centre, (db) => stationOf(db, id));
      const { keyId, secret } = await passKeyOf(headquarters, centre);
      const keys = [{ stream: String(keyId), key: Buffer.from(secret).toString('base64url') }];
      return { keys: await sealKeys(keys, station?.exchangeKey ?? new Uint8Array(), passKeysLabel) };
    });

    app.post(
      '/sync/v1/hand-over',
      { schema: { body: handOverRequest, response: { 200: handOverAnswer, '4xx': problem } } },
      (request) => handOver(headquarters, callerAt(request), request.body),
    );

    app.post(
      '/sync/v1/pass-mails',
      { schema: { body: passMailRequest, response: { 200: passMailAnswer, '4xx': problem } } },
      (request) => mailPasses(headquarters, callerAt(request), request.body),
    );

    app.post('/sync/v1/leave', { schema: { response: { 200: leaveAnswer } } }, async (request) => ({
      hasLeft: await leave(headquarters, callerAt(request)),
    }));

    app.get('/sync/v1/erasures', { schema: { response: { 200: erasuresAnswer } } }, async (request) => ({
      erasures: await inCentre(databases.app, callerAt(request).centre, erasuresOf),
    }));

    app.post(
      '/sync/v1/erasures',
      { schema: { body: erasureRequest, response: { 200: erasureAnswer, '4xx': problem } } },
      (request) => erase(headquarters, callerAt(request), request.body),
    );
  };
}

const refusals: Readonly<Record<Exclude<PushRefusal, 'station-frozen'>, string>> = {
  'head-forged': 'The head is not signed by this station, or does not fit the last event.',
  'keys-unreadable': 'The key box does not open with the key of headquarters.',
};
