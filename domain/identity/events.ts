import type { EventOf } from '../kernel/event.ts';
import type { PersonId, VisitId } from '../kernel/ids.ts';

/** By what somebody was recognised as who they are in the record. */
export const identityProofs = ['id-card', 'passport', 'insurance-card', 'known-personally'] as const;
export type IdentityProof = (typeof identityProofs)[number];

/** The centre confirms who somebody is before each dose, as a step of its own, or does so no more. Of the centre's stream. */
export type IdentityCheckSwitched = EventOf<'IdentityCheckSwitched', 1, { readonly isOn: boolean }>;

/** Somebody is who the record says; nothing of the document is kept but its kind. */
export type IdentityConfirmed = EventOf<
  'IdentityConfirmed',
  1,
  {
    readonly visitId: VisitId;
    readonly personId: PersonId;
    readonly personal?: { readonly proof: IdentityProof };
  }
>;

export type IdentityEvent = IdentityCheckSwitched | IdentityConfirmed;
