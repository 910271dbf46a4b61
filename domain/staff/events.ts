import type { EventOf } from '../kernel/event.ts';
import type { PersonId, StaffId } from '../kernel/ids.ts';
import type {
  DisclosureKind,
  FirstDisclosureKind,
  FourthDisclosureKind,
  SecondDisclosureKind,
  ThirdDisclosureKind,
} from './disclosure-kind.ts';
import type { Role } from './roles.ts';
import type { ViewReason } from './view-reason.ts';

/** Somebody may work here. The name is sealed under the key of the staff member's own stream. */
export type StaffAdded = EventOf<
  'StaffAdded',
  1,
  {
    readonly staffId: StaffId;
    readonly roles: readonly Role[];
    readonly personal?: { readonly name: string };
  }
>;

export type StaffRoleChanged = EventOf<
  'StaffRoleChanged',
  1,
  { readonly staffId: StaffId; readonly roles: readonly Role[] }
>;

/** That a PIN was set, never which: nothing of it may be guessed from the log. */
export type StaffPinChanged = EventOf<
  'StaffPinChanged',
  1,
  {
    readonly staffId: StaffId;
    /** Given by somebody else: good for one sign-in, at which a PIN of one's own is chosen. */
    readonly isOneTime: boolean;
  }
>;

export type StaffRemoved = EventOf<'StaffRemoved', 1, { readonly staffId: StaffId }>;

/** Too many wrong PINs in a row. */
export type StaffLockedOut = EventOf<'StaffLockedOut', 1, { readonly staffId: StaffId }>;

export type StaffUnlocked = EventOf<'StaffUnlocked', 1, { readonly staffId: StaffId }>;

export type StaffSignedIn = EventOf<'StaffSignedIn', 1, { readonly staffId: StaffId }>;

/** A code that lets a site lead in again was made; the one before is worth nothing. In the centre's stream. */
export type RecoveryCodeMade = EventOf<'RecoveryCodeMade', 1, Readonly<Record<string, never>>>;

/** A site lead came in by the code, and chose a new PIN. */
export type SiteLeadRecovered = EventOf<'SiteLeadRecovered', 1, { readonly staffId: StaffId }>;

/** In the centre's stream. */
export type ScreenLockSet = EventOf<'ScreenLockSet', 1, { readonly afterMinutes: number }>;

/** Somebody opened a person's record: who and why; when is the time of the event. */
export type RecordViewed = EventOf<
  'RecordViewed',
  1,
  { readonly personId: PersonId; readonly staffId: StaffId; readonly why: ViewReason }
>;

/** Data about people left the station as a file: in which form, and about how many; never about whom. */
export type DataDisclosed =
  | EventOf<'DataDisclosed', 1, { readonly kind: FirstDisclosureKind; readonly people: number }>
  /** Also who got a lot. */
  | EventOf<'DataDisclosed', 2, { readonly kind: SecondDisclosureKind; readonly people: number }>
  /** Also the report of a reaction. */
  | EventOf<'DataDisclosed', 3, { readonly kind: ThirdDisclosureKind; readonly people: number }>
  /** Also vaccination records, reports and the log. */
  | EventOf<'DataDisclosed', 4, { readonly kind: FourthDisclosureKind; readonly people: number }>
  /** The register with what everybody was given. */
  | EventOf<'DataDisclosed', 5, { readonly kind: DisclosureKind; readonly people: number }>;

/** What the rules about staff are decided on. */
export type RosterEvent = StaffAdded | StaffRoleChanged | StaffPinChanged | StaffRemoved;

export type StaffEvent =
  | RosterEvent
  | StaffLockedOut
  | StaffUnlocked
  | StaffSignedIn
  | RecoveryCodeMade
  | SiteLeadRecovered
  | ScreenLockSet
  | RecordViewed
  | DataDisclosed;

/**
 * The stream of sign-ins, views and disclosures. It grows with every minute of work, so it is neither a person's nor a staff
 * member's: those are read whole for a decision.
 */
export const accessLogStream = 'access-log';
