import type { Language } from '../../domain/kernel/bilingual.ts';
import { epochMsOf, type Instant } from '../../domain/kernel/instant.ts';
import { momentWords } from '../../domain/passes/pass-words.ts';
import { shortNumberOf } from '../../domain/passes/short-number.ts';
import { bundleMediaType } from '../../issuing/apple/bundle-pkpasses.ts';
import { bundleLimit } from '../../issuing/apple/inspect-pkpass.ts';
import { calendarMediaType, passFileName, passMediaType } from '../../messaging/message-mail.ts';
import { deviceOf, languageOf } from '../../pages/device-of.ts';
import { familyPage } from '../../pages/family-page.ts';
import { busyPage, gonePage, handOverPage } from '../../pages/hand-over-page.ts';
import { pageStyle, stylePath } from '../../pages/page-frame.ts';
import { noteHandOver } from '../commands/handover/note-hand-over.ts';
import { googleSaveLink } from '../commands/wallets/google-save-link.ts';
import type { CardWrites, PassSigning, Writes } from '../context.ts';
import { bundleFileName, presentBundle } from '../outbox/present-bundle.ts';
import { presentPassFile } from '../outbox/present-pass-file.ts';
import type { PdfMaker } from '../pdf/pdf-maker.ts';
import { personCalendar } from '../queries/appointments/person-calendar.ts';
import { paperFileName, passPaper } from '../queries/passes/pass-paper.ts';
import { type HandOverLinkRow, linkInForce } from '../store/tables/handover/hand-over-links.ts';
import { type PassRow, passOf } from '../store/tables/passes/passes.ts';
import { personById } from '../store/tables/people/people.ts';
import { fileReply, pageReply, type Reply, reply } from './hand-over-reply.ts';
import { hashOfToken, linkPath, tokenJoint } from './hand-over-token.ts';
import type { RequestLimit } from './request-limit.ts';

/** What passes are handed over with. */
export type HandingOver = Writes & PassSigning & CardWrites & { readonly pdf: PdfMaker };

/** What of a request counts. */
export interface HandOverRequest {
  readonly method: string;
  readonly url: string;
  readonly userAgent?: string;
  readonly acceptLanguage?: string;
  readonly remoteAddress: string;
  /** Where we are reached, `http://address:port`: for the code on the page, never taken from the request. */
  readonly origin: string;
}

/**
 * Answers a phone or a browser. A link that is wrong, expired, revoked or of somebody erased, and every other
 * path, get the very same answer.
 */
export async function answerHandOver(
  station: HandingOver,
  limit: RequestLimit,
  request: HandOverRequest,
): Promise<Reply> {
  const url = new URL(request.url, 'http://station.invalid');
  const language = languageOf(url.searchParams.get('lang') ?? undefined, request.acceptLanguage);
  if (!limit.allows(request.remoteAddress)) return pageReply(429, busyPage(language));
  if (request.method !== 'GET' && request.method !== 'HEAD') return gone(language);
  if (url.pathname === stylePath) return reply(200, 'text/css; charset=utf-8', pageStyle);
  const [secrets = '', what = '', ...rest] = url.pathname.slice(linkPath.length).split('/');
  if (!url.pathname.startsWith(linkPath) || rest.length > 0) return gone(language);
  const [asked, ...others] = openAll(station, secrets).map((opened) => ({ ...opened, what, language }));
  if (!asked) return gone(language);
  const answer = others.length > 0 ? answerFamily : answerOne;
  return (await answer(station, request, [asked, ...others])) ?? gone(language);
}

interface Opened {
  readonly token: string;
  readonly link: HandOverLinkRow;
  readonly pass: PassRow;
}

interface Asked extends Opened {
  readonly what: string;
  readonly language: Language;
}

/** A family's link holds while all of its people's do; ten fit into one file for a phone. */
function openAll(station: HandingOver, secrets: string): Opened[] {
  const tokens = secrets.split(tokenJoint);
  const opened = tokens.length > bundleLimit ? [] : tokens.flatMap((token) => open(station, token) ?? []);
  return opened.length === tokens.length ? opened : [];
}

function open({ db, now }: HandingOver, token: string): Opened | undefined {
  if (!/^[\w-]{32}$/.test(token)) return undefined;
  const link = linkInForce(db, hashOfToken(token), now());
  const pass = link && passOf(db, link.person_id);
  if (pass?.status !== 'valid' || personById(db, link?.person_id ?? '')?.status !== 'registered')
    return undefined;
  return link && { token, link, pass };
}

type Answer = (
  station: HandingOver,
  request: HandOverRequest,
  asked: readonly [Asked, ...Asked[]],
) => Promise<Reply | undefined>;

const answerFamily: Answer = async (station, request, asked) => {
  const [{ what }] = asked;
  if (what === '') return pageReply(200, pageOfFamily(station, request, asked));
  return what === 'passes.pkpasses' ? pkpasses(station, request, asked) : undefined;
};

const answerOne: Answer = async (station, request, [asked]) => {
  switch (asked.what) {
    case '':
      return pageReply(200, page(station, request, asked));
    case 'pass.pkpass':
      return pkpass(station, request, asked);
    case 'pass.pdf':
      return paper(station, request, asked);
    case 'dates.ics': {
      const calendar = personCalendar(station, asked.link.person_id, asked.language);
      return calendar === undefined ? undefined : fileReply('termine.ics', calendarMediaType, calendar);
    }
    default:
      return undefined;
  }
};

function pageOfFamily(
  station: HandingOver,
  request: HandOverRequest,
  asked: readonly [Asked, ...Asked[]],
): string {
  const { centreName: name, centrePhone: phone, timeZone } = station.settings;
  const [{ language, link }] = asked;
  const here = `${linkPath}${asked.map(({ token }) => token).join(tokenJoint)}`;
  return familyPage({
    language,
    device: deviceOf(request.userAgent),
    centre: { name, ...(phone ? { phone } : {}) },
    address: `${request.origin}${here}`,
    otherLanguage: `${here}?lang=${language === 'de' ? 'en' : 'de'}`,
    expires: momentWords(link.expires_at, timeZone, language),
    bundle: `${here}/passes.pkpasses`,
    passes: asked.map(({ token, pass }) => ({
      shortNumber: shortNumberOf(pass.pass_id),
      page: `${linkPath}${token}?lang=${language}`,
    })),
  });
}

function page(
  station: HandingOver,
  request: HandOverRequest,
  { link, pass, token, language }: Asked,
): string {
  const { centreName: name, centrePhone: phone, timeZone } = station.settings;
  const here = `${linkPath}${token}`;
  const google = googleSaveLink(station, pass.pass_id);
  const hasDates = personCalendar(station, link.person_id, language) !== undefined;
  return handOverPage({
    language,
    device: deviceOf(request.userAgent),
    centre: { name, ...(phone ? { phone } : {}) },
    shortNumber: shortNumberOf(pass.pass_id),
    isLive: false,
    address: `${request.origin}${here}`,
    otherLanguage: `${here}?lang=${language === 'de' ? 'en' : 'de'}`,
    expires: momentWords(link.expires_at, timeZone, language),
    links: {
      apple: `${here}/pass.pkpass`,
      ...(google.ok ? { google: google.value.url } : {}),
      paper: `${here}/pass.pdf?lang=${language}`,
      ...(hasDates ? { calendar: `${here}/dates.ics?lang=${language}` } : {}),
    },
  });
}

async function pkpass(station: HandingOver, { method }: HandOverRequest, { link, pass }: Asked) {
  const file = await presentPassFile(station, pass.pass_id);
  if (!file) return undefined;
  if (method === 'GET') noteFetched(station, link, 'apple-wallet');
  return fileReply(passFileName(shortNumberOf(pass.pass_id)), passMediaType, file.bytes, {
    'last-modified': httpDate(file.signed_at),
  });
}

async function pkpasses(station: HandingOver, { method }: HandOverRequest, asked: readonly Asked[]) {
  const bytes = await presentBundle(
    station,
    asked.map(({ pass }) => pass.pass_id),
  );
  if (!bytes) return undefined;
  if (method === 'GET') for (const { link } of asked) noteFetched(station, link, 'apple-wallet');
  return fileReply(bundleFileName, bundleMediaType, bytes);
}

async function paper(station: HandingOver, { method }: HandOverRequest, { link, language }: Asked) {
  const made = await passPaper(station, link.person_id, language);
  if (!made.ok) return undefined;
  if (method === 'GET') noteFetched(station, link, 'pdf');
  return fileReply(paperFileName(made.value.shortNumber), 'application/pdf', made.value.bytes);
}

function noteFetched(station: HandingOver, link: HandOverLinkRow, way: 'apple-wallet' | 'pdf'): void {
  noteHandOver(station, 'citizen', { personId: link.person_id, way, onceSince: link.created_at });
}

function gone(language: Language): Reply {
  return pageReply(404, gonePage(language));
}

function httpDate(at: Instant): string {
  return new Date(epochMsOf(at)).toUTCString();
}
