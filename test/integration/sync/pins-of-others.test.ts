import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffById } from '../../../main/store/tables/staff/staff.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { aWindow, expectStaff, type TestStaff } from '../../support/staff.ts';

let headquarters: TestHeadquarters;
let first: JoinedStation;
let second: JoinedStation;
let ben: TestStaff;
let lead: TestStaff;

beforeAll(async () => {
  headquarters = await aHeadquarters();
  const centre = await aCentre(headquarters, 'nord');
  first = await aJoinedStation(headquarters, centre);
  second = await aJoinedStation(headquarters, centre, 1);
  lead = await expectStaff(second.station, 'Ada Lend', ['site-lead'], '4739');
  ben = await expectStaff(first.station, 'Ben Ruf', ['reception'], '5826');
  await first.push();
  await second.pullUntil('Ben at the second station', () => staffById(second.station.db, ben.staffId));
});
afterAll(async () => {
  first.close();
  second.close();
  await headquarters.close();
});

test('given somebody from another station of the centre, then the sign-in says that they have no PIN here, and a lead gives them one', async () => {
  const theirs = aWindow(() => second.station, 'window-1');
  const leads = aWindow(() => second.station, 'window-2');
  for (let tries = 0; tries < 7; tries += 1)
    expect((await theirs.signIn(ben, '5826')).refusal).toEqual({ reason: 'pin-not-here' });

  await leads.signIn(lead, '4739');
  const given = { requestId: crypto.randomUUID(), staffId: ben.staffId, pin: '9274' };
  expect((await leads.ask('staff.set-pin', given)).ok).toBe(true);
  const { signedIn } = (await theirs.signIn(ben, '9274')).value;
  expect(signedIn).toMatchObject({ name: 'Ben Ruf', roles: ['reception'], mustChangePin: true });

  // Where it was chosen the old one goes on.
  const home = aWindow(() => first.station);
  expect((await home.signIn(ben, '5826')).value.signedIn).toMatchObject({ name: 'Ben Ruf' });
});
