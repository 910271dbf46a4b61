import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { webhookTypes } from '../../../contracts/api/webhook-contract.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { readClock } from '../../../domain/kernel/read-clock.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import { revokeApiClient } from '../../store/api-clients.ts';
import { centreOf, noteAudit } from '../../store/centres.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { changeStanding } from '../../store/stations.ts';
import { sendAgain } from '../../store/webhook-deliveries.ts';
import { removeEndpoint, switchOff, switchOn } from '../../store/webhook-endpoints.ts';
import { openOnlineDay } from '../booking/open-online-day.ts';
import { issueCode } from '../enrolment/enrolment.ts';
import { createApiClient } from '../tokens/create-api-client.ts';
import { registerEndpoint, rotateSecret } from '../webhooks/endpoints.ts';
import { centrePage, type Shown } from './centre-page.ts';
import { consolePage, consoleSay, languageOf, noticeOf, typedIn } from './console-page.ts';
import { signedIn } from './console-session.ts';
import { dangerRoutes } from './danger-routes.ts';
import { googleRoutes } from './google-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { todayIn, typedDay } from './typed-day.ts';

const ofCentre = z.object({ centre: z.string().max(40) });
const ofOne = ofCentre.extend({ id: z.string().max(200) });
const clock = z.string().transform((text, context) => {
  const read = readClock(text);
  if (read === undefined) context.addIssue({ code: 'custom', message: 'no such time' });
  return read ?? z.NEVER;
});
const slotForm = (today: PlainDate) =>
  z
    .object({
      day: typedDay(today),
      from: clock,
      to: clock,
      minutes: z.coerce.number().int().min(2).max(240),
      capacity: z.coerce.number().int().min(1).max(1_000),
    })
    .refine(({ from, to }) => from < to);
const webhookForm = z.object({ url: z.string().trim().max(2_000) });
const clientForm = z.object({ name: z.string().trim().min(1).max(100) });

/** What an operator does for one centre; behind the sign-in. */
export function centreRoutes(headquarters: Headquarters): FastifyPluginAsync {
  const act = actorOf(headquarters);
  return async (app) => {
    app.addHook('preHandler', async (request, reply) => {
      const { centre } = ofCentre.parse(request.params);
      if (!(await centreOf(headquarters.databases.app, centre))) return showNoCentre(request, reply);
    });
    const base = '/console/centres/:centre';
    await app.register(dangerRoutes(headquarters));
    await app.register(messageRoutes(headquarters, act));
    await app.register(
      googleRoutes(headquarters, {
        show: (request, reply, shown) => show(headquarters, request, reply, shown),
        note: act,
      }),
    );
    app.get(base, (request, reply) => show(headquarters, request, reply));
    app.post(`${base}/codes`, async (request, reply) => {
      const { centre } = ofCentre.parse(request.params);
      const actor = (await signedIn(headquarters, request))?.id ?? '';
      const { code } = await issueCode(headquarters, centre, actor);
      await act(request, centre, 'code-issued', '');
      return show(headquarters, request, reply, { kind: 'code', code });
    });
    app.post(`${base}/clients`, async (request, reply) => {
      const { centre } = ofCentre.parse(request.params);
      const form = clientForm.safeParse(request.body);
      if (!form.success)
        return show(headquarters, request, reply.code(400), {
          kind: 'notice',
          text: 'clientWrong',
          typed: typedIn(request),
        });
      const made = await createApiClient(headquarters, centre, form.data.name);
      await act(request, centre, 'client-added', made.clientId);
      return show(headquarters, request, reply, { kind: 'client', ...made });
    });
    app.post(`${base}/slots`, async (request, reply) => {
      const { centre } = ofCentre.parse(request.params);
      const form = slotForm(await todayIn(headquarters, centre)).safeParse(request.body);
      if (!form.success)
        return show(headquarters, request, reply.code(400), {
          kind: 'notice',
          text: 'onlineWrong',
          typed: typedIn(request),
        });
      const opened = await openOnlineDay(headquarters, centre, form.data);
      if (typeof opened === 'string')
        return show(headquarters, request, reply.code(409), {
          kind: 'notice',
          text: opened === 'by-the-centre' ? 'onlineByCentre' : 'onlineClosed',
          ...(opened === 'closed-by-centre' ? { typed: typedIn(request) } : {}),
        });
      await act(request, centre, 'places-opened', form.data.day);
      return reply.redirect(`/console/centres/${centre}`, 303);
    });
    app.post(`${base}/webhooks`, async (request, reply) => {
      const { centre } = ofCentre.parse(request.params);
      const actor = (await signedIn(headquarters, request))?.id ?? '';
      const url = webhookForm.safeParse(request.body).data?.url ?? '';
      const made = await registerEndpoint(headquarters, centre, { url, types: webhookTypes, actor });
      if (!made.ok)
        return show(headquarters, request, reply.code(422), {
          kind: 'notice',
          text: made.refusal,
          typed: typedIn(request),
        });
      await act(request, centre, 'webhook-added', made.value.endpointId);
      return show(headquarters, request, reply, { kind: 'webhook', secret: made.value.secret });
    });
    app.post(`${base}/webhooks/:id/secret`, async (request, reply) => {
      const { centre, id } = ofOne.parse(request.params);
      const changed = await rotateSecret(headquarters, centre, id);
      if (!changed) return reply.redirect(`/console/centres/${centre}`, 303);
      await act(request, centre, 'webhook-secret-changed', id);
      return show(headquarters, request, reply, { kind: 'webhook', secret: changed.secret });
    });
    const change = (
      url: string,
      action: string,
      work: (db: CentreDb, id: string, centre: string) => Promise<boolean>,
    ) =>
      app.post(`${base}/${url}`, async (request, reply) => {
        const { centre, id } = ofOne.parse(request.params);
        if (await inCentre(headquarters.databases.app, centre, (db) => work(db, id, centre)))
          await act(request, centre, action, id);
        return reply.redirect(`/console/centres/${centre}`, 303);
      });
    const { now } = headquarters;
    change('stations/:id/confirm', 'station-confirmed', (db, id) =>
      changeStanding(db, id, { from: ['waiting'], to: 'active', at: now() }),
    );
    change('stations/:id/revoke', 'station-revoked', (db, id) =>
      changeStanding(db, id, { from: ['waiting', 'active', 'frozen', 'left'], to: 'revoked', at: now() }),
    );
    change('clients/:id/revoke', 'client-revoked', (db, id) => revokeApiClient(db, id, now()));
    change('webhooks/:id/off', 'webhook-switched-off', (db, id) =>
      switchOff(db, id, { reason: 'operator', at: now() }),
    );
    change('webhooks/:id/on', 'webhook-switched-on', switchOn);
    change('webhooks/:id/remove', 'webhook-removed', removeEndpoint);
    change(
      'webhooks/:id/again',
      'webhook-sent-again',
      async (db, id, centre) => (await sendAgain(db, centre, id, now())) > 0,
    );
  };
}

async function show(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply, shown?: Shown) {
  const { centre } = ofCentre.parse(request.params);
  const page = await centrePage(headquarters, languageOf(request), centre, shown);
  return page === undefined ? showNoCentre(request, reply) : html(reply, page);
}

function showNoCentre(request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request);
  const notice = noticeOf(consoleSay(language)('noCentreHere'));
  return html(reply.code(404), consolePage(language, 'centres', [notice]));
}

function actorOf(headquarters: Headquarters) {
  const { databases, newId, now } = headquarters;
  return async (request: FastifyRequest, centre: string, action: string, subject: string) => {
    const actor = (await signedIn(headquarters, request))?.id ?? '';
    await noteAudit(databases.app, centre, { id: newId(), at: now(), actor, action, subject });
  };
}
