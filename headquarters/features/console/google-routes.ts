import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Headquarters } from '../../headquarters.ts';
import { removeGoogleAccount } from '../../store/google-account.ts';
import { tryCardsAgain } from '../../store/google-cards.ts';
import { inCentre } from '../../store/open-databases.ts';
import { askGoogle, setGoogleAccount } from '../google/set-google-account.ts';
import type { Shown } from './centre-page.ts';
import { languageOf, typedIn } from './console-page.ts';

const ofCentre = z.object({ centre: z.string().max(40) });
const googleForm = z.object({
  issuerId: z.string().trim().max(40),
  accountFile: z.string().trim().max(20_000).default(''),
  cardsFor: z.enum(['every-pass', 'on-request']),
});

export interface ConsoleActs {
  show(request: FastifyRequest, reply: FastifyReply, shown?: Shown): Promise<FastifyReply>;
  note(request: FastifyRequest, centre: string, action: string, subject: string): Promise<void>;
}

/** What an operator does about a centre's Google Wallet. */
export function googleRoutes(headquarters: Headquarters, { show, note }: ConsoleActs): FastifyPluginAsync {
  const { databases, now } = headquarters;
  return async (app) => {
    const base = '/console/centres/:centre/google';
    app.post(base, async (request, reply) => {
      const { centre } = ofCentre.parse(request.params);
      const form = googleForm.safeParse(request.body);
      if (!form.success)
        return show(request, reply.code(400), {
          kind: 'notice',
          text: 'googleWrong',
          typed: typedIn(request),
        });
      const set = await setGoogleAccount(headquarters, centre, form.data);
      const language = languageOf(request);
      if (!set.ok)
        return show(request, reply.code(422), {
          kind: 'sentence',
          text: set.refusal[language],
          typed: typedIn(request),
        });
      await note(request, centre, 'google-set', form.data.issuerId);
      const fault = await askGoogle(headquarters, centre, set.value);
      return show(
        request,
        reply,
        fault ? { kind: 'sentence', text: fault[language] } : { kind: 'notice', text: 'googleReady' },
      );
    });
    app.post(`${base}/remove`, async (request, reply) => {
      const { centre } = ofCentre.parse(request.params);
      if (await inCentre(databases.app, centre, removeGoogleAccount))
        await note(request, centre, 'google-removed', '');
      return reply.redirect(`/console/centres/${centre}`, 303);
    });
    app.post(`${base}/again`, async (request, reply) => {
      const { centre } = ofCentre.parse(request.params);
      if ((await inCentre(databases.app, centre, (db) => tryCardsAgain(db, now()))) > 0)
        await note(request, centre, 'google-sent-again', '');
      return reply.redirect(`/console/centres/${centre}`, 303);
    });
  };
}
