import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { escapeHtml } from '../../../domain/kernel/escape-html.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import type { Headquarters } from '../../headquarters.ts';
import { html } from '../../html.ts';
import { sendProblem } from '../../problems.ts';
import { administratorNamed, hasAdministrator } from '../../store/administrators.ts';
import { addCentre, centresOf, noteAudit } from '../../store/centres.ts';
import { centreRoutes } from './centre-routes.ts';
import { confirmClock } from './confirm-clock.ts';
import {
  consolePage,
  consoleSay,
  type FormField,
  filled,
  formOf,
  languageOf,
  noticeOf,
  type TypedFields,
  typedIn,
} from './console-page.ts';
import { endSession, isOwnForm, signedIn, startSession } from './console-session.ts';
import type { ConsoleText } from './console-texts.ts';
import { createFirstAdministrator, isFirstToken } from './first-administrator.ts';
import { hashPassword, passwordFits, passwordLength } from './passwords.ts';

const account = z.object({
  token: z.string().max(100).optional(),
  name: z.string().trim().min(1).max(100),
  password: z.string().min(passwordLength.least).max(passwordLength.most),
});

const centreForm = z.object({
  id: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
  name: z.string().trim().min(1).max(100),
  address: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(40).default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
});

const fewTries = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };

/** The pages of whoever looks after headquarters. */
export function consoleRoutes(headquarters: Headquarters): FastifyPluginAsync {
  return async (app) => {
    app.addHook('preHandler', async (request, reply) => {
      if (request.method === 'POST' && !isOwnForm(headquarters, request))
        return sendProblem(reply, 'not-permitted');
    });
    app.get('/console/first', (request, reply) => showFirst(headquarters, request, reply));
    app.post('/console/first', fewTries, (request, reply) => takeFirst(headquarters, request, reply));
    app.get('/console/sign-in', (request, reply) => html(reply, signInPage(languageOf(request))));
    app.post('/console/sign-in', fewTries, (request, reply) => signIn(headquarters, request, reply));
    app.post('/console/sign-out', async (request, reply) => {
      await endSession(headquarters, request, reply);
      return reply.redirect('/console/sign-in', 303);
    });
    await app.register(async (inside) => {
      inside.addHook('preHandler', async (request, reply) => {
        if (!(await signedIn(headquarters, request))) return reply.redirect('/console/sign-in', 303);
      });
      inside.get('/console', async (request, reply) =>
        html(reply, await overview(headquarters, languageOf(request))),
      );
      await inside.register(centreRoutes(headquarters));
      inside.post('/console/centres', (request, reply) => takeCentre(headquarters, request, reply));
      inside.post('/console/clock', async (request, reply) => {
        const by = (await signedIn(headquarters, request))?.id;
        await confirmClock(headquarters);
        headquarters.log.warn({ code: 'clock-confirmed', by });
        return reply.redirect('/console', 303);
      });
    });
  };
}

async function showFirst(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request);
  const token = z.object({ token: z.string().max(100) }).safeParse(request.query).data?.token ?? '';
  const isOpen = isFirstToken(headquarters, token) && !(await hasAdministrator(headquarters.databases.app));
  return isOpen ? html(reply, firstPage(language, token)) : html(reply.code(410), goneFirst(language));
}

async function takeFirst(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request);
  const form = account.safeParse(request.body);
  const token = String((request.body as { token?: unknown } | undefined)?.token ?? '');
  if (!isFirstToken(headquarters, token)) return html(reply.code(410), goneFirst(language));
  if (!form.success)
    return html(reply.code(400), firstPage(language, token, { notice: 'tooShort', typed: typedIn(request) }));
  const id = await createFirstAdministrator(headquarters, form.data.name, form.data.password);
  if (id === undefined) return html(reply.code(410), goneFirst(language));
  await startSession(headquarters, reply, id);
  return reply.redirect('/console', 303);
}

/** What is hashed when nobody has that name, so that the time tells nobody who has an account. */
const nobody = hashPassword('nobody');

async function signIn(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply) {
  const form = account.omit({ token: true }).safeParse(request.body);
  const known = form.success && (await administratorNamed(headquarters.databases.app, form.data.name));
  const stored = known ? known.passwordHash : await nobody;
  const fits = await passwordFits(form.data?.password ?? '', stored);
  if (!known || !fits)
    return html(
      reply.code(401),
      signInPage(languageOf(request), { notice: 'signInWrong', typed: typedIn(request) }),
    );
  await startSession(headquarters, reply, known.id);
  return reply.redirect('/console', 303);
}

async function takeCentre(headquarters: Headquarters, request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request);
  const form = centreForm.safeParse(request.body);
  if (!form.success)
    return html(
      reply.code(400),
      await overview(headquarters, language, { notice: 'centreWrong', typed: typedIn(request) }),
    );
  const { databases, now, newId } = headquarters;
  const centre = { ...form.data, timeZone: 'Europe/Berlin' };
  if (!(await addCentre(databases.app, centre, now())))
    return html(
      reply.code(409),
      await overview(headquarters, language, { notice: 'centreTaken', typed: typedIn(request) }),
    );
  const actor = (await signedIn(headquarters, request))?.id ?? '';
  const entry = { id: newId(), at: now(), actor, action: 'centre-added', subject: centre.id };
  await noteAudit(databases.app, centre.id, entry);
  return reply.redirect('/console', 303);
}

/** Why a form is shown again, and what was entered into it. */
interface AskedAgain {
  readonly notice?: ConsoleText;
  readonly typed?: TypedFields;
}

function firstPage(language: Language, token: string, { notice, typed = {} }: AskedAgain = {}): string {
  const say = consoleSay(language);
  const fields: FormField[] = [
    { name: 'token', label: '', type: 'hidden', value: token },
    ...filled(accountFields(language), typed),
  ];
  return consolePage(language, 'firstTitle', [
    ...(notice ? [noticeOf(say(notice))] : []),
    `<p>${say('firstLead')}</p>`,
    formOf('/console/first', fields, { submit: say('create') }),
  ]);
}

function goneFirst(language: Language): string {
  const say = consoleSay(language);
  const way = `<p><a class="button" href="/console/sign-in">${say('signIn')}</a></p>`;
  return consolePage(language, 'firstTitle', [noticeOf(say('firstGone')), way]);
}

function signInPage(language: Language, { notice, typed = {} }: AskedAgain = {}): string {
  const say = consoleSay(language);
  return consolePage(language, 'signInTitle', [
    ...(notice ? [noticeOf(say(notice))] : []),
    formOf('/console/sign-in', filled(accountFields(language), typed), { submit: say('signIn') }),
  ]);
}

function accountFields(language: Language): FormField[] {
  const say = consoleSay(language);
  return [
    { name: 'name', label: say('name'), autocomplete: 'username' },
    { name: 'password', label: say('password'), type: 'password', autocomplete: 'current-password' },
  ];
}

async function overview(
  { databases, clock, now }: Headquarters,
  language: Language,
  { notice, typed = {} }: AskedAgain = {},
): Promise<string> {
  const say = consoleSay(language);
  const centres = await centresOf(databases.app);
  const list = centres.map(
    ({ id, name, address }) =>
      `<li><a href="/console/centres/${id}"><strong>${escapeHtml(name)}</strong></a> <span class="dim">${escapeHtml([id, address].filter(Boolean).join(' · '))}</span></li>`,
  );
  return consolePage(language, 'centres', [
    ...(notice ? [noticeOf(say(notice))] : []),
    ...((await clock.isTrusted()) ? [] : clockParts(now(), language)),
    centres.length === 0 ? `<p>${say('noCentre')}</p>` : `<ul>${list.join('\n')}</ul>`,
    `<h2>${say('addCentre')}</h2>`,
    formOf('/console/centres', filled(centreFields(language), typed), { submit: say('addCentre') }),
    formOf('/console/sign-out', [], { submit: say('signOut'), isQuiet: true }),
  ]);
}

function clockParts(now: Instant, language: Language): string[] {
  const say = consoleSay(language);
  return [
    noticeOf(`${say('clockJumped')} ${escapeHtml(momentWords(now, 'Europe/Berlin', language))}`),
    formOf('/console/clock', [], { submit: say('clockConfirm') }),
  ];
}

function centreFields(language: Language): FormField[] {
  const say = consoleSay(language);
  return [
    { name: 'id', label: say('centreId') },
    { name: 'name', label: say('centreName') },
    { name: 'address', label: say('address'), isOptional: true },
    { name: 'phone', label: say('phone'), type: 'tel', isOptional: true },
    { name: 'email', label: say('email'), type: 'email', isOptional: true },
  ];
}
