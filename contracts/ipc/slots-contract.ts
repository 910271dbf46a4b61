import { z } from 'zod';
import { command, query } from './channel.ts';
import { laneId, plainDate, productId, requestId, slotTemplateId } from './schemas.ts';

const seesSlots = ['reception', 'vaccinator', 'screening-doctor', 'site-lead', 'auditor'] as const;
const opensSlots = ['site-lead'] as const;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const templateContent = z.object({
  name: z.string().trim().min(1).max(60),
  /** What is given in its lanes. */
  productId: productId.optional(),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  hours: z.array(z.object({ from: clock, to: clock })).max(6),
  slotMinutes: z.number().int().min(1).max(120),
  lanes: z.array(z.object({ lane: laneId, capacity: z.number().int().min(1).max(200) })).max(60),
});
export type TemplateContent = z.output<typeof templateContent>;

const laneOfDay = z.object({
  lane: laneId,
  vaccine: z.string().optional(),
  capacity: z.number(),
  /** Places that a date or an offer holds. */
  taken: z.number(),
  isClosed: z.boolean(),
});

const closing = { day: plainDate, lanes: z.array(laneId).min(1).max(60).optional() };

const percent = z.number().int().min(0).max(100);
const onlineShare = { onlinePercent: percent, walkInPercent: percent };

export const slotsContract = {
  /** Days with what is free and taken in each lane. */
  'slots.calendar': query({
    access: seesSlots,
    input: z.object({ from: plainDate, days: z.number().int().min(1).max(62) }),
    output: z.object({
      today: plainDate,
      lastOpenDay: plainDate.optional(),
      days: z.array(
        z.object({
          day: plainDate,
          holiday: z.string().optional(),
          lanes: z.array(laneOfDay),
          /** Dates that take no place in a lane: walk-ins, imported ones. */
          outside: z.number(),
          /** Every date of the day that is here and not cancelled, wherever it was booked. */
          booked: z.number(),
        }),
      ),
    }),
  }),
  'slots.templates': query({
    access: seesSlots,
    input: z.object({}),
    output: z.object({ templates: z.array(templateContent.extend({ templateId: slotTemplateId })) }),
  }),
  'slots.save-template': command({
    access: opensSlots,
    input: templateContent.extend({ requestId, templateId: slotTemplateId.optional() }),
    output: z.object({ templateId: slotTemplateId }),
    refusals: [
      'template-without-days',
      'template-without-lanes',
      'lane-twice',
      'hours-invalid',
      'product-inactive',
    ],
  }),
  'slots.remove-template': command({
    access: opensSlots,
    input: z.object({ requestId, templateId: slotTemplateId }),
    output: z.object({ templateId: slotTemplateId }),
    refusals: ['template-unknown'],
  }),
  'slots.open-days': command({
    access: opensSlots,
    input: z.object({ requestId, templateId: slotTemplateId, from: plainDate, to: plainDate }),
    output: z.object({ days: z.number() }),
    refusals: ['template-unknown', 'no-day-to-open', 'range-too-long', 'day-over'],
  }),
  /** Whom closing would affect, before it is done. */
  'slots.close-preview': query({
    access: opensSlots,
    input: z.object(closing),
    output: z.object({ people: z.number(), reachable: z.number(), passes: z.number() }),
  }),
  'slots.close': command({
    access: opensSlots,
    input: z.object({ requestId, ...closing, reason: z.enum(['staff', 'vaccine', 'building', 'other']) }),
    output: z.object({ cancelled: z.number() }),
    refusals: ['nothing-to-close', 'day-over'],
  }),
  /** Every holiday from today on, whenever it is. */
  'slots.holidays': query({
    access: opensSlots,
    input: z.object({}),
    output: z.object({ holidays: z.array(z.object({ day: plainDate, name: z.string() })) }),
  }),
  'slots.set-holiday': command({
    access: opensSlots,
    input: z.object({ requestId, day: plainDate, name: z.string().trim().min(1).max(60) }),
    output: z.object({ day: plainDate }),
    refusals: ['holiday-has-slots'],
  }),
  'slots.lift-holiday': command({
    access: opensSlots,
    input: z.object({ requestId, day: plainDate }),
    output: z.object({ day: plainDate }),
    refusals: ['holiday-unknown'],
  }),
  /** How the places of each slot are split between booking online, people without a date, and the desk. */
  'slots.online-share': query({
    access: opensSlots,
    input: z.object({}),
    output: z.object({
      /** Only headquarters books online. */
      isConnected: z.boolean(),
      /** Absent until a site lead has said it. */
      share: z.object(onlineShare).optional(),
    }),
  }),
  'slots.set-online-share': command({
    access: opensSlots,
    input: z.object({ requestId, ...onlineShare }),
    output: z.object(onlineShare),
    refusals: ['share-not-connected', 'share-over-all', 'share-unchanged'],
  }),
};
