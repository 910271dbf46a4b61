import type { Language } from '../../../domain/kernel/bilingual.ts';
import { escapeHtml } from '../../../domain/kernel/escape-html.ts';
import { keyFingerprint } from '../../../ledger/key-fingerprint.ts';
import type { Headquarters } from '../../headquarters.ts';
import { presentOf } from '../../present.ts';
import { type ApiClient, apiClientsOf } from '../../store/api-clients.ts';
import { type Centre, centreOf } from '../../store/centres.ts';
import { openCodes } from '../../store/enrolment-codes.ts';
import { countFreeSlots } from '../../store/online-slots.ts';
import { inCentre } from '../../store/open-databases.ts';
import { quarantinedOf } from '../../store/quarantine.ts';
import { shareOf } from '../../store/shared-slots.ts';
import { type Station, stationsOf } from '../../store/stations.ts';
import {
  consoleSay,
  type FormField,
  filled,
  formOf,
  headedPage,
  noticeOf,
  type SayInConsole,
  type TypedFields,
} from './console-page.ts';
import type { ConsoleText } from './console-texts.ts';
import { dangerLink } from './danger-page.ts';
import { googlePart, knownGoogle } from './google-part.ts';
import { knownWebhooks, webhookPart } from './webhook-part.ts';

/** What was just made and is shown this once. */
export type Shown =
  | { readonly kind: 'code'; readonly code: string }
  /** `typed`: what was refused, for the form that asks again; no two forms here have a field of the same name. */
  | { readonly kind: 'notice'; readonly text: ConsoleText; readonly typed?: TypedFields }
  /** In the language of the page already. */
  | { readonly kind: 'sentence'; readonly text: string; readonly typed?: TypedFields }
  | { readonly kind: 'webhook'; readonly secret: string }
  | { readonly kind: 'client'; readonly clientId: string; readonly clientSecret: string };

/** One centre as the operator sees it; undefined when there is none. */
export async function centrePage(
  headquarters: Headquarters,
  language: Language,
  centreId: string,
  shown?: Shown,
): Promise<string | undefined> {
  const { databases, now } = headquarters;
  const centre = await centreOf(databases.app, centreId);
  if (!centre) return undefined;
  const { signing, exchange } = await headquarters.serverKeys();
  const own = keyFingerprint(signing.publicKey, exchange.publicKey);
  const present = await presentOf(headquarters);
  const known = await inCentre(databases.app, centreId, async (db) => ({
    stations: await stationsOf(db),
    codes: await openCodes(db, present),
    clients: await apiClientsOf(db),
    apart: await quarantinedOf(db),
    free: await countFreeSlots(db, now()),
    share: await shareOf(db),
    webhooks: await knownWebhooks(db),
    google: await knownGoogle(db),
  }));
  const say = consoleSay(language);
  const typed = (shown && 'typed' in shown && shown.typed) || {};
  const place = `/console/centres/${centreId}`;
  return headedPage(language, centre.name, [
    ...(shown ? shownParts(shown, say) : []),
    `<h2>${say('stations')}</h2>`,
    listOf(
      known.stations.map((station) => stationItem(station, own, centre, { language, place })),
      say('noStation'),
    ),
    ...(known.codes.length > 0 ? [`<p class="dim">${say('openCodes')}${known.codes.length}</p>`] : []),
    ...apartParts(known.apart, say),
    formOf(`${place}/codes`, [], { submit: say('newCode') }),
    `<h2>${say('clients')}</h2>`,
    listOf(
      known.clients.map((client) => clientItem(client, place, say)),
      say('noClient'),
    ),
    formOf(`${place}/clients`, filled([{ name: 'name', label: say('clientName') }], typed), {
      submit: say('addClient'),
    }),
    ...webhookPart(known.webhooks, { language, timeZone: centre.timeZone, place, typed }),
    `<h2>${say('messages')}</h2>`,
    `<p>${say('messagesLead')}</p>`,
    `<p><a href="${place}/messages">${say('messageWrite')}</a></p>`,
    ...googlePart(known.google, { language, place, typed }),
    `<h2>${say('onlinePlaces')}</h2>`,
    `<p>${say(known.share ? 'onlineByCentre' : 'onlineLead')} <a href="/book/${centreId}">${say('bookingPage')}</a></p>`,
    `<p class="dim">${say('onlineFree')}${known.free}</p>`,
    ...(known.share
      ? []
      : [formOf(`${place}/slots`, filled(slotFields(say), typed), { submit: say('onlineOpen') })]),
    `<p><a href="/console">${say('back')}</a></p>`,
  ]);
}

function slotFields(say: SayInConsole): FormField[] {
  return [
    { name: 'day', label: say('onlineDay'), hint: say('dayHint') },
    { name: 'from', label: say('onlineFrom'), value: '09:00' },
    { name: 'to', label: say('onlineTo'), value: '12:00' },
    { name: 'minutes', label: say('onlineMinutes'), type: 'number', value: '10' },
    { name: 'capacity', label: say('onlineCapacity'), type: 'number', value: '2' },
  ];
}

function apartParts(apart: Awaited<ReturnType<typeof quarantinedOf>>, say: SayInConsole): string[] {
  if (apart.length === 0) return [];
  const items = apart.map(
    ({ station, epoch, seq, reason }) =>
      `<li>${escapeHtml(station)} <span class="dim">${epoch}/${seq}: ${escapeHtml(reason)}</span></li>`,
  );
  return [`<h2>${say('quarantined')}</h2>`, `<ul>${items.join('\n')}</ul>`];
}

function shownParts(shown: Shown, say: SayInConsole): string[] {
  if (shown.kind === 'notice') return [noticeOf(say(shown.text))];
  if (shown.kind === 'sentence') return [noticeOf(escapeHtml(shown.text))];
  if (shown.kind === 'code')
    return [`<p class="number">${escapeHtml(shown.code)}</p>`, noticeOf(say('codeLead'))];
  if (shown.kind === 'webhook')
    return [
      `<p>${say('webhookSecret')}<br><span class="number">${escapeHtml(shown.secret)}</span></p>`,
      noticeOf(say('webhookSecretLead')),
    ];
  return [
    `<p>${say('clientId')}<br><span class="number">${escapeHtml(shown.clientId)}</span></p>`,
    `<p>${say('clientSecret')}<br><span class="number">${escapeHtml(shown.clientSecret)}</span></p>`,
    noticeOf(say('clientLead')),
  ];
}

function listOf(items: readonly string[], none: string): string {
  return items.length === 0 ? `<p>${none}</p>` : `<ul>${items.join('\n')}</ul>`;
}

function stationItem(
  station: Station,
  own: string,
  { timeZone }: Centre,
  { language, place }: { readonly language: Language; readonly place: string },
): string {
  const say = consoleSay(language);
  const at = station.lastPushAt;
  const sent = at
    ? escapeHtml(at.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { timeZone }))
    : say('never');
  const itself = `${place}/stations/${encodeURIComponent(station.id)}`;
  const parts = [
    `<strong>${escapeHtml(station.name)}</strong>: ${say(station.standing)}`,
    `<p class="dim">${say('lastSync')}: ${sent} · ${say('version')}: ${escapeHtml(station.version)}</p>`,
  ];
  if (station.standing === 'waiting')
    parts.push(
      `<p>${say('stationFingerprint')}<br><span class="number">${keyFingerprint(station.signingKey, station.exchangeKey)}</span></p>`,
      `<p>${say('ownFingerprint')}<br><span class="number">${own}</span></p>`,
      `<p>${say('compare')}</p>`,
      formOf(`${itself}/confirm`, [], { submit: say('confirm') }),
    );
  if (station.standing !== 'revoked') parts.push(dangerLink(`${itself}/revoke`, say('revoke')));
  return `<li>${parts.join('\n')}</li>`;
}

function clientItem(client: ApiClient, place: string, say: SayInConsole): string {
  const revoke = dangerLink(`${place}/clients/${encodeURIComponent(client.id)}/revoke`, say('revoke'));
  const standing = client.isRevoked ? say('revoked') : say('active');
  return `<li><strong>${escapeHtml(client.name)}</strong>: ${standing}${client.isRevoked ? '' : revoke}</li>`;
}
