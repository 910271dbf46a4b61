import type { StaffId } from '../kernel/ids.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { RosterEvent } from './events.ts';
import type { Role } from './roles.ts';

export interface StaffMember {
  readonly staffId: StaffId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly isRemoved: boolean;
}

/** Everybody who works or has worked at the centre. */
export type Roster = readonly StaffMember[];

export interface AddStaff {
  readonly staffId: StaffId;
  readonly name: string;
  readonly roles: readonly Role[];
}

export type AddRefusal = 'name-missing' | 'name-taken' | 'role-missing';
export type ChangeRolesRefusal = 'staff-unknown' | 'role-missing' | 'own-roles' | 'last-site-lead';
export type RemoveRefusal = 'staff-unknown' | 'own-account' | 'last-site-lead';

/** The first person of a new centre, who lets all others in: only while there is nobody. */
export function decideFirst(
  roster: Roster,
  command: Omit<AddStaff, 'roles'>,
): Result<RosterEvent[], AddRefusal | 'staff-exists'> {
  if (roster.length > 0) return refuse('staff-exists');
  return decideAdd(roster, { ...command, roles: ['site-lead'] });
}

export function decideAdd(roster: Roster, command: AddStaff): Result<RosterEvent[], AddRefusal> {
  const name = command.name.trim();
  if (name === '') return refuse('name-missing');
  if (command.roles.length === 0) return refuse('role-missing');
  const isTaken = activeOf(roster).some((member) => sameName(member.name, name));
  if (isTaken) return refuse('name-taken');
  const { staffId, roles } = command;
  return accept([{ type: 'StaffAdded', version: 1, data: { staffId, roles, personal: { name } } }]);
}

/** `by` is who asks: nobody gives or takes roles of their own. */
export function decideChangeRoles(
  roster: Roster,
  { by, staffId, roles }: { by: StaffId | undefined; staffId: StaffId; roles: readonly Role[] },
): Result<RosterEvent[], ChangeRolesRefusal> {
  const member = memberOf(roster, staffId);
  if (!member) return refuse('staff-unknown');
  if (by === staffId) return refuse('own-roles');
  if (roles.length === 0) return refuse('role-missing');
  if (!roles.includes('site-lead') && isLastSiteLead(roster, member)) return refuse('last-site-lead');
  const isSame = roles.length === member.roles.length && roles.every((role) => member.roles.includes(role));
  return accept(isSame ? [] : [{ type: 'StaffRoleChanged', version: 1, data: { staffId, roles } }]);
}

export function decideRemove(
  roster: Roster,
  { by, staffId }: { by: StaffId | undefined; staffId: StaffId },
): Result<RosterEvent[], RemoveRefusal> {
  const member = memberOf(roster, staffId);
  if (!member) return refuse('staff-unknown');
  if (isLastSiteLead(roster, member)) return refuse('last-site-lead');
  if (by === staffId) return refuse('own-account');
  return accept([{ type: 'StaffRemoved', version: 1, data: { staffId } }]);
}

/** A PIN that somebody else set is good for one sign-in only: whoever knows it must not stay the person. */
export function decideSetPin(
  roster: Roster,
  { by, staffId }: { by: StaffId | undefined; staffId: StaffId },
): Result<RosterEvent[], 'staff-unknown'> {
  if (!memberOf(roster, staffId)) return refuse('staff-unknown');
  return accept([{ type: 'StaffPinChanged', version: 1, data: { staffId, isOneTime: by !== staffId } }]);
}

export function evolveRoster(roster: Roster, { event }: RecordedEvent): Roster {
  switch (event.type) {
    case 'StaffAdded': {
      const { staffId, roles, personal } = event.data;
      return [...roster, { staffId, roles, name: personal?.name ?? '', isRemoved: false }];
    }
    case 'StaffRoleChanged': {
      const { staffId, roles } = event.data;
      return roster.map((member) => (member.staffId === staffId ? { ...member, roles } : member));
    }
    case 'StaffRemoved': {
      const { staffId } = event.data;
      return roster.map((member) => (member.staffId === staffId ? { ...member, isRemoved: true } : member));
    }
    default:
      return roster;
  }
}

export function activeOf(roster: Roster): Roster {
  return roster.filter(({ isRemoved }) => !isRemoved);
}

function memberOf(roster: Roster, staffId: StaffId): StaffMember | undefined {
  return activeOf(roster).find((member) => member.staffId === staffId);
}

function isLastSiteLead(roster: Roster, member: StaffMember): boolean {
  const leads = activeOf(roster).filter(({ roles }) => roles.includes('site-lead'));
  return leads.length === 1 && leads[0]?.staffId === member.staffId;
}

function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'de', { sensitivity: 'base' }) === 0;
}
