import { z } from 'zod';
import { identityProofs } from '../../domain/identity/events.ts';
import { mayReceive } from '../../domain/vaccination/who-may.ts';
import { command, query } from './channel.ts';
import { personId, requestId, visitId } from './schemas.ts';

/** Whether it is still to be confirmed before a dose, and in which visit of today. */
const ofPerson = z.object({ isOpen: z.boolean(), visitId: visitId.optional() });

export const identityContract = {
  'identity.setting': query({
    access: ['site-lead', 'auditor'],
    input: z.object({}),
    output: z.object({ isOn: z.boolean() }),
  }),
  'identity.switch': command({
    access: ['site-lead'],
    input: z.object({ requestId, isOn: z.boolean() }),
    output: z.object({ isOn: z.boolean() }),
    refusals: ['identity-check-unchanged'],
  }),
  'identity.of-person': query({ access: mayReceive, input: z.object({ personId }), output: ofPerson }),
  /** Somebody is who the record says, by a document or because they are known. */
  'identity.confirm': command({
    access: mayReceive,
    input: z.object({ requestId, personId, visitId, proof: z.enum(identityProofs) }),
    output: ofPerson,
    refusals: ['person-unknown', 'visit-unknown', 'identity-confirmed'],
  }),
};
