import type { PersonId } from '../../domain/kernel/ids.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { startPassFollower } from '../../headquarters/jobs/pass-follower.ts';
import { historyOf } from '../../main/store/event-log/read-events.ts';
import { type PassRow, passOf } from '../../main/store/tables/passes/passes.ts';
import { aHeadquarters, type TestHeadquarters } from './headquarters.ts';
import type { JoinedStation } from './joined-station.ts';
import { aPerson, expectPerson } from './test-station.ts';

/** A dose for somebody who has not checked in. */
export const dose = {
  lot: 'LOT-1',
  site: 'left-upper-arm',
  consent: 'oral',
  overrides: ['not-checked-in'],
} as const;

/** A headquarters that decides what the passes of its centres say. */
export async function aHeadquartersWithPasses(): Promise<TestHeadquarters> {
  const test = await aHeadquarters();
  const follower = startPassFollower(test.headquarters);
  return {
    ...test,
    async close() {
      await follower.close();
      await test.close();
    },
  };
}

/** What a station knows of how somebody's pass came to be as it is. */
export const passChangesOf = ({ station }: Pick<JoinedStation, 'station'>, personId: PersonId) =>
  historyOf(station.db, personId).filter(({ event }) => /^Pass(Issued|Updated|Voided)$/.test(event.type));

export const idOfStation = ({ station }: JoinedStation) => station.settings.station;

/** Their pass, once it says that many doses. */
export function passWith(joined: JoinedStation, personId: PersonId, doses: number): Promise<PassRow> {
  return joined.pullUntil(`a pass with ${doses} doses`, () => {
    const last = passChangesOf(joined, personId).at(-1)?.event as StationEvent | undefined;
    return last && 'doseCount' in last.data && last.data.doseCount === doses
      ? passOf(joined.station.db, personId)
      : undefined;
  });
}

/** Somebody who is booked at that desk and has their pass from headquarters. */
export async function expectPersonWithPass(joined: JoinedStation, details = aPerson()): Promise<PersonId> {
  const personId = expectPerson(joined.station, details);
  await joined.push();
  await passWith(joined, personId, 0);
  return personId;
}
