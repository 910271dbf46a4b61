import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import { apiClientOf } from '../../store/api-clients.ts';
import { countRequests } from '../../store/api-requests.ts';
import { googleAccountOf } from '../../store/google-account.ts';
import { cardCounts } from '../../store/google-cards.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { chainsOf } from '../../store/received-events.ts';
import { stationsOf } from '../../store/stations.ts';
import { openCounts } from '../../store/webhook-deliveries.ts';
import { endpointOf } from '../../store/webhook-endpoints.ts';
import { languageOf } from './console-page.ts';
import { type Danger, dangerPage } from './danger-page.ts';

const asked = z.object({ centre: z.string().max(40), id: z.string().max(200).default('') });

/** What is asked before each act that ends something. The act itself is the post to the same address. */
export function dangerRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (app) => {
    for (const [path, dangerOf] of Object.entries(dangers))
      app.get(`/console/centres/:centre/${path}`, async (request, reply) => {
        const { centre, id } = asked.parse(request.params);
        const back = `/console/centres/${centre}`;
        const danger = await inCentre(headquarters.databases.app, centre, (db) => dangerOf(db, id));
        if (!danger) return reply.redirect(back, 303);
        const action = `${back}/${path.replace(':id', encodeURIComponent(id))}`;
        return html(reply, dangerPage(danger, { language: languageOf(request), action, back }));
      });
  };
}

/** Undefined where there is nothing to end any more. */
const dangers: Readonly<Record<string, (db: CentreDb, id: string) => Promise<Danger | undefined>>> = {
  'stations/:id/revoke': ofStation,
  'clients/:id/revoke': ofClient,
  'webhooks/:id/off': ofWebhookOff,
  'webhooks/:id/remove': ofWebhookRemoved,
  'webhooks/:id/secret': ofSecret,
  'google/remove': ofGoogle,
};

async function ofStation(db: CentreDb, id: string): Promise<Danger | undefined> {
  const stations = await stationsOf(db);
  const station = stations.find((each) => each.id === id && each.standing !== 'revoked');
  if (!station) return undefined;
  const events = (await chainsOf(db, id)).reduce((sum, chain) => sum + chain.events, 0);
  const others = stations.filter((each) => each.id !== id && each.standing === 'active').length;
  return {
    title: 'dangerStation',
    subject: station.name,
    means: [
      { text: 'dangerStationEvents', n: events },
      { text: 'dangerStationOthers', n: others },
      { text: 'dangerStationAgain' },
    ],
    submit: 'revoke',
  };
}

async function ofClient(db: CentreDb, id: string): Promise<Danger | undefined> {
  const client = await apiClientOf(db, id);
  if (!client || client.isRevoked) return undefined;
  return {
    title: 'dangerClient',
    subject: client.name,
    means: [{ text: 'dangerClientRequests', n: await countRequests(db, id) }, { text: 'dangerClientAgain' }],
    submit: 'revoke',
  };
}

async function ofWebhookOff(db: CentreDb, id: string): Promise<Danger | undefined> {
  const endpoint = await endpointOf(db, id);
  if (endpoint?.standing !== 'on') return undefined;
  const { waiting } = await openOf(db, id);
  return {
    title: 'dangerWebhookOff',
    subject: endpoint.url,
    means: [{ text: 'dangerWebhookWaiting', n: waiting }],
    submit: 'webhookSwitchOff',
  };
}

async function ofWebhookRemoved(db: CentreDb, id: string): Promise<Danger | undefined> {
  const endpoint = await endpointOf(db, id);
  if (!endpoint) return undefined;
  const { waiting, failed } = await openOf(db, id);
  return {
    title: 'dangerWebhookRemove',
    subject: endpoint.url,
    means: [{ text: 'dangerWebhookLost', n: waiting, m: failed }],
    submit: 'webhookRemove',
  };
}

async function ofSecret(db: CentreDb, id: string): Promise<Danger | undefined> {
  const endpoint = await endpointOf(db, id);
  if (!endpoint) return undefined;
  const { waiting } = await openOf(db, id);
  return {
    title: 'dangerSecret',
    subject: endpoint.url,
    means: [{ text: 'dangerSecretLead', n: waiting }],
    submit: 'webhookNewSecret',
  };
}

async function ofGoogle(db: CentreDb): Promise<Danger | undefined> {
  const account = await googleAccountOf(db);
  if (!account) return undefined;
  const { atGoogle } = await cardCounts(db);
  return {
    title: 'dangerGoogle',
    subject: account.accountMail,
    means: [{ text: 'dangerGoogleCards', n: atGoogle }],
    submit: 'googleRemove',
  };
}

async function openOf(db: CentreDb, id: string) {
  return (await openCounts(db)).get(id) ?? { waiting: 0, failed: 0 };
}
