import type { Slot } from '../appointments/slots.ts';
import type { OpenOffer, Waiting } from '../appointments/standby.ts';
import type { OfferId, PassId, PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { KnownPerson } from '../known-person.ts';
import type { DoseState, IssuePass } from '../passes/pass.ts';
import type { DirectLink } from '../people/link-persons.ts';

/**
 * What follow-ups may know, read when they ask for it and true until COMMIT. Each names what it needs of this, so
 * that whoever decides elsewhere (headquarters) knows what to have at hand.
 */
export interface Known {
  /** One person with everything that is recorded by now. */
  readonly person: (personId: PersonId) => KnownPerson;
  /** The same person before the events that are looked at. */
  readonly personBefore: (personId: PersonId) => KnownPerson;
  /** Everybody whose record is read together with theirs, the person first. */
  readonly linkedSet: (personId: PersonId) => readonly PersonId[];
  /** The links that name the person themselves. */
  readonly directLinks: (personId: PersonId) => readonly DirectLink[];
  /** Where the series of somebody and everybody linked with them stands. */
  readonly doses: (personId: PersonId) => DoseState;
  /** An id for one more pass of somebody, and how passes look now. */
  readonly newPass: (personId: PersonId) => Omit<IssuePass, 'personId' | 'doses'>;
  /** How the centre uses Google Wallet; undefined where it does not. */
  readonly googleWallet: () => GoogleWalletUse | undefined;
  /** Whether somebody asked for the card of that pass. */
  readonly hasGoogleCard: (passId: PassId) => boolean;
  /** Who waits for a place and holds no offer, the one who joined first at the top. */
  readonly waiting: () => readonly Waiting[];
  readonly openOffers: () => readonly OpenOffer[];
  readonly slotsOfDay: (day: PlainDate) => readonly Slot[];
  readonly newOfferId: () => OfferId;
  readonly now: () => Instant;
  readonly today: () => PlainDate;
}

export interface GoogleWalletUse {
  readonly mode: 'neutral' | 'private';
  readonly cardsFor: 'every-pass' | 'on-request';
}
