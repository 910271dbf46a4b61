import { z } from 'zod';
import { destinationParts, destinations } from '../../domain/centre/destination-part.ts';
import { disclosureKinds } from '../../domain/staff/disclosure-kind.ts';
import { viewReasons } from '../../domain/staff/view-reason.ts';
import { command, query } from './channel.ts';
import { birthDate, instant, pin, plainDate, requestId, role, staffId } from './schemas.ts';

export const staffBrief = z.object({ staffId, name: z.string() });

/** Whose window this is. */
const session = z.object({
  /** Absent while nobody is signed in at this window. */
  signedIn: staffBrief
    .extend({
      roles: z.array(role),
      /** They came in with a PIN that somebody else set: choosing one of their own comes first. */
      mustChangePin: z.boolean(),
    })
    .optional(),
  /** A new centre: the first person who signs up becomes its site lead. */
  isFirstRun: z.boolean(),
  /** Minutes without input after which a window locks itself. */
  lockAfterMinutes: z.number(),
});
export type SessionView = z.output<typeof session>;

/** With the code that lets a site lead in again, shown this once. */
const sessionWithCode = session.extend({ recoveryCode: z.string().optional() });

const name = z.string().trim().max(80);
const chosenRoles = z.array(role).max(role.options.length);
const pinFaults = ['pin-malformed', 'pin-too-simple'] as const;
const pinRefusals = ['staff-unknown', 'pin-not-here', 'pin-wrong', 'pin-locked', 'window-waits'] as const;
const changed = z.object({ staffId });

export const staffContract = {
  'staff.session': query({ access: 'anyone', input: z.object({}), output: session }),
  /** Who can sign in here. The PINs of a trial are shown, so that a newcomer gets in. */
  'staff.sign-in-names': query({
    access: 'anyone',
    input: z.object({}),
    output: z.object({
      people: z.array(staffBrief.extend({ isLocked: z.boolean(), trialPin: z.string().optional() })),
    }),
  }),
  /** A refusal `pin-wrong` says in `details.left` how many of the tries are left. */
  'staff.sign-in': command({
    access: 'anyone',
    input: z.object({ staffId, pin }),
    output: session,
    refusals: pinRefusals,
  }),
  /** Locks this window; anybody may. */
  'staff.sign-out': command({ access: 'anyone', input: z.object({}), output: session, refusals: [] }),
  'staff.add-first': command({
    access: 'anyone',
    input: z.object({ requestId, name, pin: z.string().max(20) }),
    output: sessionWithCode,
    refusals: ['staff-exists', 'name-missing', 'name-taken', 'role-missing', ...pinFaults],
  }),
  /** For a site lead whom nobody else can unlock: by the code that was shown when the centre was set up. */
  'staff.recover': command({
    access: 'anyone',
    input: z.object({ staffId, code: z.string().max(40), newPin: z.string().max(20) }),
    output: sessionWithCode,
    refusals: ['recovery-refused', 'window-waits', ...pinFaults],
  }),
  'staff.make-recovery-code': command({
    access: ['site-lead'],
    input: z.object({}),
    output: z.object({ recoveryCode: z.string() }),
    refusals: [],
  }),
  /** `pin` is the present one: whoever finds an open window must not take it over. */
  'staff.change-own-pin': command({
    access: 'signed-in',
    input: z.object({ requestId, pin, newPin: z.string().max(20) }),
    output: session,
    refusals: ['pin-same', ...pinRefusals, ...pinFaults],
  }),
  'staff.list': query({
    access: ['site-lead', 'auditor'],
    input: z.object({}),
    output: z.object({
      members: z.array(
        staffBrief.extend({
          roles: z.array(role),
          addedAt: instant,
          isRemoved: z.boolean(),
          isLocked: z.boolean(),
          mustChangePin: z.boolean(),
        }),
      ),
    }),
  }),
  'staff.add': command({
    access: ['site-lead'],
    input: z.object({ requestId, name, roles: chosenRoles, pin: z.string().max(20) }),
    output: changed,
    refusals: ['name-missing', 'name-taken', 'role-missing', ...pinFaults],
  }),
  'staff.change-roles': command({
    access: ['site-lead'],
    input: z.object({ requestId, staffId, roles: chosenRoles }),
    output: changed,
    refusals: ['staff-unknown', 'role-missing', 'own-roles', 'last-site-lead'],
  }),
  /** A PIN for somebody else, good for one sign-in. It also unlocks them. */
  'staff.set-pin': command({
    access: ['site-lead'],
    input: z.object({ requestId, staffId, pin: z.string().max(20) }),
    output: changed,
    refusals: ['staff-unknown', 'own-account', ...pinFaults],
  }),
  'staff.unlock': command({
    access: ['site-lead'],
    input: z.object({ requestId, staffId }),
    output: changed,
    refusals: ['staff-unknown'],
  }),
  'staff.remove': command({
    access: ['site-lead'],
    input: z.object({ requestId, staffId }),
    output: changed,
    refusals: ['staff-unknown', 'own-account', 'last-site-lead'],
  }),
  /** Who could be the second person for a channel that needs one, and the roles that may. */
  'staff.approvers': query({
    access: 'signed-in',
    input: z.object({ channel: z.string().max(60) }),
    output: z.object({ people: z.array(staffBrief), roles: z.array(role) }),
  }),
  /** Minutes without input after which every window of the centre locks. */
  'staff.set-screen-lock': command({
    access: ['site-lead'],
    input: z.object({ requestId, afterMinutes: z.int().min(1).max(60) }),
    output: z.object({ afterMinutes: z.number() }),
    refusals: [],
  }),
  /**
   * Who opened whose record, and why, on one day at the centre; today where none is given. Beside it what left the
   * station as a file, and where data goes since when: both are about nobody by name, so not with a person.
   */
  'staff.views': query({
    access: ['site-lead', 'auditor'],
    input: z.object({
      day: plainDate.optional(),
      staffId: staffId.optional(),
      /** The beginning of a family name. */
      person: z.string().max(80).optional(),
    }),
    output: z.object({
      day: plainDate,
      views: z.array(
        z.object({
          viewId: z.string(),
          at: instant,
          why: z.enum(viewReasons),
          staffName: z.string(),
          /** Absent once the person was erased. */
          person: z.object({ givenName: z.string(), familyName: z.string(), birthDate }).optional(),
        }),
      ),
      disclosures: z.array(
        z.object({
          disclosureId: z.string(),
          at: instant,
          /** Absent where it was done at the command line. */
          staffName: z.string().optional(),
          kind: z.enum(disclosureKinds),
          people: z.number(),
        }),
      ),
      destinations: z.array(
        z.object({
          changeId: z.string(),
          at: instant,
          staffName: z.string().optional(),
          destination: z.enum(destinations),
          changed: z.array(z.enum(destinationParts)),
          /** Absent: switched off. */
          address: z.string().optional(),
          publicUrl: z.string().optional(),
          proxy: z.string().optional(),
        }),
      ),
      hasMore: z.boolean(),
    }),
  }),
};
