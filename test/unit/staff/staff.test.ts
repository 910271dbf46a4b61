import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/kernel/event.ts';
import { idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import type { RosterEvent } from '../../../domain/staff/events.ts';
import { decideFourEyes } from '../../../domain/staff/four-eyes.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import {
  activeOf,
  decideAdd,
  decideChangeRoles,
  decideFirst,
  decideRemove,
  decideSetPin,
  evolveRoster,
  type Roster,
} from '../../../domain/staff/staff.ts';
import { historyOf } from '../../support/history.ts';

const ada = idOf<StaffId>('ada');
const ben = idOf<StaffId>('ben');
const none: Roster = [];

function added(staffId: StaffId, name: string, ...roles: Role[]): RosterEvent {
  return { type: 'StaffAdded', version: 1, data: { staffId, roles, personal: { name } } };
}

function given(...events: RosterEvent[]): Roster {
  return fold(none, evolveRoster, historyOf(...events));
}

const adaLeads = added(ada, 'Ada Lend', 'site-lead');
const benLeads = added(ben, 'Ben Ruf', 'site-lead', 'reception');
const benReceives = added(ben, 'Ben Ruf', 'reception');

describe('given a centre without staff', () => {
  test('the first person becomes its site lead', () => {
    const decided = decideFirst(none, { staffId: ada, name: ' Ada Lend ' });
    expect(decided).toEqual({ ok: true, value: [adaLeads] });
  });

  test('a name of blanks is refused', () => {
    expect(decideFirst(none, { staffId: ada, name: '  ' })).toEqual({ ok: false, refusal: 'name-missing' });
  });
});

describe('given a site lead', () => {
  const roster = given(adaLeads);

  test('nobody becomes the first person any more', () => {
    expect(decideFirst(roster, { staffId: ben, name: 'Ben' })).toEqual({
      ok: false,
      refusal: 'staff-exists',
    });
  });

  test('somebody is added with the roles they get', () => {
    const decided = decideAdd(roster, { staffId: ben, name: 'Ben Ruf', roles: ['reception'] });
    expect(decided).toEqual({ ok: true, value: [benReceives] });
  });

  test('nobody is added without a role, or under a name that somebody has', () => {
    const wish = { staffId: ben, name: 'Ben', roles: [] };
    expect(decideAdd(roster, wish)).toEqual({ ok: false, refusal: 'role-missing' });
    const taken = { staffId: ben, name: 'ada lend', roles: ['auditor'] } as const;
    expect(decideAdd(roster, taken)).toEqual({ ok: false, refusal: 'name-taken' });
  });

  test('the last site lead is never removed or demoted, by nobody', () => {
    for (const by of [ada, ben, undefined]) {
      expect(decideRemove(roster, { by, staffId: ada })).toEqual({ ok: false, refusal: 'last-site-lead' });
      const demoted = decideChangeRoles(roster, { by, staffId: ada, roles: ['reception'] });
      expect(demoted.ok).toBe(false);
    }
  });
});

describe('given two site leads', () => {
  const roster = given(adaLeads, benLeads);

  test('nobody changes or removes themselves', () => {
    const own = decideChangeRoles(roster, { by: ada, staffId: ada, roles: ['site-lead', 'vaccinator'] });
    expect(own).toEqual({ ok: false, refusal: 'own-roles' });
    expect(decideRemove(roster, { by: ada, staffId: ada })).toEqual({ ok: false, refusal: 'own-account' });
  });

  test('one may demote the other, who is then not counted as a lead', () => {
    const decided = decideChangeRoles(roster, { by: ada, staffId: ben, roles: ['reception'] });
    expect(decided).toEqual({
      ok: true,
      value: [{ type: 'StaffRoleChanged', version: 1, data: { staffId: ben, roles: ['reception'] } }],
    });
    const after = given(adaLeads, benLeads, ...(decided.ok ? decided.value : []));
    expect(decideRemove(after, { by: ben, staffId: ada })).toEqual({ ok: false, refusal: 'last-site-lead' });
  });

  test('the same roles again are no event', () => {
    const same = decideChangeRoles(roster, { by: ada, staffId: ben, roles: ['reception', 'site-lead'] });
    expect(same).toEqual({ ok: true, value: [] });
  });

  test('who was removed is unknown to every command, and their name is free again', () => {
    const after = given(adaLeads, benLeads, { type: 'StaffRemoved', version: 1, data: { staffId: ben } });
    expect(activeOf(after).map(({ name }) => name)).toEqual(['Ada Lend']);
    expect(decideRemove(after, { by: ada, staffId: ben })).toEqual({ ok: false, refusal: 'staff-unknown' });
    expect(decideSetPin(after, { by: ada, staffId: ben })).toEqual({ ok: false, refusal: 'staff-unknown' });
    const again = { staffId: idOf<StaffId>('ben-2'), name: 'Ben Ruf', roles: ['reception'] } as const;
    expect(decideAdd(after, again).ok).toBe(true);
  });
});

test('a PIN that somebody else set is good for one sign-in, one of their own for good', () => {
  const roster = given(adaLeads, benReceives);
  const isOneTime = (by: StaffId) => {
    const decided = decideSetPin(roster, { by, staffId: ben });
    return decided.ok && decided.value[0]?.type === 'StaffPinChanged' && decided.value[0].data.isOneTime;
  };
  expect(isOneTime(ada)).toBe(true);
  expect(isOneTime(ben)).toBe(false);
});

describe('four eyes', () => {
  const second = { staffId: ben, roles: ['vaccinator'] } as const;

  test('take a different person with a role that may', () => {
    expect(decideFourEyes(ada, second, ['vaccinator', 'site-lead'])).toEqual({ ok: true, value: ben });
  });

  test('are never two times the same', () => {
    expect(decideFourEyes(ben, second, ['vaccinator'])).toEqual({
      ok: false,
      refusal: 'second-person-same',
    });
  });

  test('are not those of somebody without the role', () => {
    expect(decideFourEyes(ada, second, ['site-lead'])).toEqual({
      ok: false,
      refusal: 'second-person-not-allowed',
    });
  });
});
