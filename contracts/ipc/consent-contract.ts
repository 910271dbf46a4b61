import { z } from 'zod';
import { consentKinds, guardianRelations } from '../../domain/consent/events.ts';
import { mostNumbers, mostStrokes, signatureField } from '../../domain/consent/signature.ts';
import { mayLookUp } from '../../domain/people/who-may.ts';
import { mayReceive } from '../../domain/vaccination/who-may.ts';
import { command, query } from './channel.ts';
import { consentId, freeText, instant, personId, productId, requestId, visitId } from './schemas.ts';

const kinds = z.array(z.enum(consentKinds)).max(consentKinds.length);
const number = z.int().min(0).max(signatureField.width);

export const consentForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('oral') }),
  z.object({
    kind: z.literal('signature'),
    strokes: z.array(z.array(number).max(mostNumbers)).max(mostStrokes),
  }),
  z.object({ kind: z.literal('paper'), reference: freeText(100) }),
]);

const guardian = z.object({
  who: z.literal('guardian'),
  name: freeText(120),
  relation: z.enum(guardianRelations),
  isPresent: z.boolean(),
});
const judged = z.object({ who: z.literal('self-judged') });
export const consentingParty = z.discriminatedUnion('who', [
  z.object({ who: z.literal('self') }),
  judged,
  guardian,
]);

/** One consent as the record and the desk show it. */
export const consentView = z.object({
  consentId,
  recordedAt: instant,
  by: z.string().optional(),
  vaccine: z.string(),
  /** Both absent where the key of what was said is not here. */
  form: consentForm.optional(),
  party: consentingParty.optional(),
  withdrawn: z
    .object({ recordedAt: instant, by: z.string().optional(), reason: z.string().optional() })
    .optional(),
});
export type ConsentView = z.output<typeof consentView>;

const ofPerson = z.object({
  /** What it is consent to: the vaccine that somebody is here for. */
  vaccine: z.object({ productId, name: z.string() }),
  /** What the centre asks for. */
  kinds,
  /** Said with the dose, by whoever confirms it, or recorded first. */
  asked: z.enum(['with-dose', 'first']),
  /** Whose consent it takes. */
  age: z.enum(['self', 'judged', 'guardian']),
  /** Of today; absent for somebody who is not checked in. */
  visitId: visitId.optional(),
  standing: consentView.optional(),
  /** It was taken back in this visit. */
  isWithdrawn: z.boolean(),
  /** Who consented for the person last. */
  lastGuardian: guardian.optional(),
});
export type ConsentOfPerson = z.output<typeof ofPerson>;

/** Of the vaccine that the form named: where it has become another one meanwhile, nothing is recorded. */
const given = z.object({ requestId, personId, visitId, productId, form: consentForm });
const giveRefusals = [
  'person-unknown',
  'visit-unknown',
  'consent-vaccine-changed',
  'consent-kind-not-asked',
  'consent-not-theirs',
  'guardian-missing',
  'guardian-absent',
  'signature-missing',
  'consent-reference-missing',
] as const;

export const consentContract = {
  'consent.setting': query({
    access: ['site-lead', 'auditor'],
    input: z.object({}),
    output: z.object({ kinds, isChosen: z.boolean() }),
  }),
  'consent.choose-kinds': command({
    access: ['site-lead'],
    input: z.object({ requestId, kinds }),
    output: z.object({ kinds, isChosen: z.boolean() }),
    refusals: ['consent-kinds-missing', 'consent-kinds-unchanged'],
  }),
  /** Of today's visit and the vaccine in question. */
  'consent.of-person': query({ access: mayReceive, input: z.object({ personId }), output: ofPerson }),
  /** All that somebody ever consented to, the latest first. */
  'consent.list': query({
    access: mayLookUp,
    input: z.object({ personId }),
    output: z.object({ consents: z.array(consentView) }),
  }),
  'consent.give': command({
    access: mayReceive,
    input: given.extend({
      party: z.discriminatedUnion('who', [z.object({ who: z.literal('self') }), guardian]),
    }),
    output: ofPerson,
    refusals: giveRefusals,
  }),
  /** Of a minor whom the doctor at this window judged capable of it. */
  'consent.give-as-doctor': command({
    access: ['screening-doctor'],
    input: given.extend({ party: judged }),
    output: ofPerson,
    refusals: giveRefusals,
  }),
  'consent.withdraw': command({
    access: mayReceive,
    input: z.object({ requestId, personId, consentId, reason: freeText(500) }),
    output: ofPerson,
    refusals: ['person-unknown', 'consent-unknown', 'consent-withdrawn-already'],
  }),
};
