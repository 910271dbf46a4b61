import { z } from 'zod';
import { appointmentId, instant, passId } from '../ipc/schemas.ts';

/** What headquarters tells existing systems of a centre by itself (Standard Webhooks): ids, times and counts, no names. */
const passData = z.object({
  passId,
  status: z.enum(['valid', 'void']),
  doseCount: z.int().describe('Valid doses that are on record'),
});

const dateData = z.object({
  appointmentId,
  passId: passId.optional().describe('Absent for somebody who has no pass (yet)'),
  dose: z.int(),
  startsAt: instant,
  durationMinutes: z.int(),
});

function message<Type extends string, Data extends z.ZodType>(type: Type, data: Data, summary: string) {
  const body = z.object({
    type: z.literal(type),
    timestamp: instant.describe('When it happened; the header webhook-timestamp says when it was sent'),
    data,
  });
  return { body, summary };
}

export const webhooks = {
  'pass.created': message(
    'pass.created',
    passData.extend({ appointmentIds: z.array(appointmentId).describe('Dates that were booked with it') }),
    'A pass was issued',
  ),
  'pass.updated': message(
    'pass.updated',
    passData.extend({ revision: z.int().describe('One more with each change; the highest one counts') }),
    'A pass says something new, or is void',
  ),
  'pass.scanned': message(
    'pass.scanned',
    passData.extend({ by: z.enum(['desk', 'system']).describe('At a desk, or by a connected system') }),
    'A pass was scanned',
  ),
  'appointment.booked': message('appointment.booked', dateData, 'A date was booked'),
  'appointment.moved': message(
    'appointment.moved',
    dateData.extend({ movedFrom: instant.describe('When it was to be before') }),
    'A date was moved',
  ),
  'appointment.cancelled': message('appointment.cancelled', dateData, 'A date was cancelled'),
  'appointment.attended': message('appointment.attended', dateData, 'The dose of a date was given'),
  'appointment.ended': message(
    'appointment.ended',
    dateData,
    'Somebody came to a date and left without its dose',
  ),
  'appointment.missed': message('appointment.missed', dateData, 'Nobody came to a date'),
} as const;

export type WebhookType = keyof typeof webhooks;
export const webhookTypes = Object.keys(webhooks) as [WebhookType, ...WebhookType[]];

/** What an endpoint gets as its body. */
export type WebhookBody = { [Type in WebhookType]: z.output<(typeof webhooks)[Type]['body']> }[WebhookType];

export const endpointParams = z.object({ endpointId: z.string().min(1).max(64) });

export const newEndpoint = z.strictObject({
  url: z.string().min(1).max(2_000).describe('https, reachable from the internet'),
  types: z
    .array(z.enum(webhookTypes))
    .min(1)
    .default([...webhookTypes])
    .describe('What it hears of; everything when left out'),
});

const endpoint = z.object({
  endpointId: z.string(),
  url: z.string(),
  types: z.array(z.enum(webhookTypes)),
  standing: z.enum(['on', 'gone', 'off']).describe('gone: it answered 410; off: an operator switched it off'),
  createdAt: instant,
  lastDeliveredAt: instant.optional(),
  lastFailedAt: instant.optional(),
  waiting: z.int().describe('Messages that are still to be sent'),
  failed: z.int().describe('Messages that were given up; an operator can send them again'),
});
export type ApiEndpoint = z.output<typeof endpoint>;

export const endpointsAnswer = z.object({ endpoints: z.array(endpoint) });

const secret = z.string().describe('whsec_ and base64: verifies what comes. Not shown again.');

export const endpointMade = z.object({ endpointId: z.string(), secret });
export const secretChanged = z.object({
  secret,
  oldSecretUntil: instant.describe('Until then what comes is signed with the secret before too'),
});
