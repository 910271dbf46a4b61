import type { EventOf } from '../kernel/event.ts';
import type { ConsentId, PersonId, ProductId, VisitId } from '../kernel/ids.ts';
import type { Signature } from './signature.ts';

/** How consent is given: said after the information, signed on the screen, or signed on a paper form. */
export const consentKinds = ['oral', 'signature', 'paper'] as const;
export type ConsentKind = (typeof consentKinds)[number];

export type ConsentForm =
  | { readonly kind: 'oral' }
  | { readonly kind: 'signature'; readonly strokes: Signature }
  /** Where the form is found again: a number, a folder. */
  | { readonly kind: 'paper'; readonly reference: string };

/** What somebody who consents for another is to them. */
export const guardianRelations = ['parent', 'guardian', 'carer'] as const;
export type GuardianRelation = (typeof guardianRelations)[number];

/** Who consents: the person, a minor whom a doctor judged capable of it (§ 630d BGB), or whoever answers for them. */
export type ConsentingParty =
  | { readonly who: 'self' }
  | { readonly who: 'self-judged' }
  | {
      readonly who: 'guardian';
      readonly name: string;
      readonly relation: GuardianRelation;
      readonly isPresent: boolean;
    };

/** Which kinds the centre asks for, from now on. Of the centre's stream. */
export type ConsentKindsChosen = EventOf<'ConsentKindsChosen', 1, { readonly kinds: readonly ConsentKind[] }>;

/** Somebody consents to be vaccinated with this product: in this visit, or with the dose that follows. */
export type ConsentGiven = EventOf<
  'ConsentGiven',
  1,
  {
    readonly consentId: ConsentId;
    readonly personId: PersonId;
    readonly visitId?: VisitId;
    readonly productId: ProductId;
    readonly personal?: { readonly form: ConsentForm; readonly party: ConsentingParty };
  }
>;

/** It no longer holds. A dose that was given stays given. */
export type ConsentWithdrawn = EventOf<
  'ConsentWithdrawn',
  1,
  {
    readonly consentId: ConsentId;
    readonly personId: PersonId;
    readonly personal?: { readonly reason: string };
  }
>;

export type ConsentEvent = ConsentKindsChosen | ConsentGiven | ConsentWithdrawn;
