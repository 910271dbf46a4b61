import type { Language } from '../../../domain/kernel/bilingual.ts';
import { escapeHtml } from '../../../domain/kernel/escape-html.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { type GivenUp, givenUp, type OpenCount, openCounts } from '../../store/webhook-deliveries.ts';
import { type Endpoint, endpointsOf } from '../../store/webhook-endpoints.ts';
import { consoleSay, filled, formOf, type TypedFields } from './console-page.ts';
import { dangerLink } from './danger-page.ts';
import { webhookTexts } from './webhook-texts.ts';

const MOST_GIVEN_UP = 20;

export interface KnownWebhooks {
  readonly endpoints: readonly Endpoint[];
  readonly counts: ReadonlyMap<string, OpenCount>;
  readonly givenUp: readonly GivenUp[];
}

export async function knownWebhooks(db: CentreDb): Promise<KnownWebhooks> {
  return {
    endpoints: await endpointsOf(db),
    counts: await openCounts(db),
    givenUp: await givenUp(db, MOST_GIVEN_UP),
  };
}

export interface WebhookPlace {
  readonly language: Language;
  readonly timeZone: string;
  /** The page of the centre. */
  readonly place: string;
  /** What was refused, for the form that asks again. */
  readonly typed: TypedFields;
}

/** Who hears of events by webhooks, and how that goes; markup. */
export function webhookPart(known: KnownWebhooks, where: WebhookPlace): string[] {
  const say = consoleSay(where.language);
  const items = known.endpoints.map((endpoint) => endpointItem(endpoint, known, where));
  return [
    `<h2>${say('webhooks')}</h2>`,
    `<p>${say('webhooksLead')} <a href="/api/v1/openapi.json">OpenAPI</a></p>`,
    items.length === 0 ? `<p>${say('noWebhook')}</p>` : `<ul>${items.join('\n')}</ul>`,
    formOf(`${where.place}/webhooks`, filled([{ name: 'url', label: say('webhookUrl') }], where.typed), {
      submit: say('addWebhook'),
    }),
  ];
}

function endpointItem(endpoint: Endpoint, known: KnownWebhooks, where: WebhookPlace): string {
  const say = consoleSay(where.language);
  const { waiting, failed } = known.counts.get(endpoint.id) ?? { waiting: 0, failed: 0 };
  const standing = { on: 'webhookOn', gone: 'webhookGone', off: 'webhookOff' } as const;
  const at = (moment: Instant | undefined) => (moment ? momentOf(moment, where) : say('never'));
  const fault = endpoint.lastFault ? ` (${faultOf(endpoint.lastFault, where)})` : '';
  const mine = known.givenUp.filter((each) => each.endpoint === endpoint.id);
  const itself = `${where.place}/webhooks/${encodeURIComponent(endpoint.id)}`;
  const isOn = endpoint.standing === 'on';
  return [
    `<li><strong>${escapeHtml(endpoint.url)}</strong>: ${say(standing[endpoint.standing])}`,
    `<p class="dim">${escapeHtml(endpoint.types.join(', '))}</p>`,
    `<p class="dim">${say('webhookDelivered')}: ${at(endpoint.lastDeliveredAt)} · ${say('webhookFailing')}: ${at(endpoint.lastFailedAt)}${fault}</p>`,
    `<p class="dim">${say('webhookWaiting')}: ${waiting} · ${say('webhookGivenUp')}: ${failed}</p>`,
    mine.length === 0 ? '' : `<ul>${mine.map((each) => givenUpItem(each, where)).join('')}</ul>`,
    isOn && failed > 0 ? formOf(`${itself}/again`, [], { submit: say('webhookAgain') }) : '',
    isOn
      ? dangerLink(`${itself}/off`, say('webhookSwitchOff'))
      : formOf(`${itself}/on`, [], { submit: say('webhookSwitchOn') }),
    dangerLink(`${itself}/secret`, say('webhookNewSecret')),
    dangerLink(`${itself}/remove`, say('webhookRemove')),
    '</li>',
  ].join('\n');
}

function givenUpItem({ type, createdAt, fault }: GivenUp, where: WebhookPlace): string {
  return `<li class="dim">${type}, ${momentOf(createdAt, where)}: ${faultOf(fault, where)}</li>`;
}

function faultOf(fault: string, { language }: WebhookPlace): string {
  const say = consoleSay(language);
  const key = `fault-${fault}`;
  if (Object.hasOwn(webhookTexts, key)) return say(key as keyof typeof webhookTexts);
  return `${say('fault-status')} ${escapeHtml(fault.replace('status-', ''))}`;
}

function momentOf(at: Instant, { language, timeZone }: WebhookPlace): string {
  return escapeHtml(new Date(at).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { timeZone }));
}
