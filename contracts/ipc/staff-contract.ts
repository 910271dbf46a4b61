import { z } from 'zod';
import { command, query } from './channel.ts';
import { instant, pin, requestId, role, staffId } from './schemas.ts';

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

const name = z.string().trim().max(80);
const chosenRoles = z.array(role).max(role.options.length);
const pinFaults = ['pin-malformed', 'pin-too-simple'] as const;
const pinRefusals = ['staff-unknown', 'pin-wrong', 'pin-locked'] as const;
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
    output: session,
    refusals: ['staff-exists', 'name-missing', 'name-taken', 'role-missing', ...pinFaults],
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
};
