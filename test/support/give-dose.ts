import type { PersonId } from '../../domain/kernel/ids.ts';
import type { PersonDetails } from '../../domain/people/events.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import { recordDose } from '../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../main/commands/visits/check-in.ts';
import type { Station } from '../../main/station.ts';
import { aPerson, expectPerson, must } from './test-station.ts';

/** Somebody new, checked in and vaccinated today. */
export function giveDose(
  station: Station,
  lot: string,
  details: PersonDetails = aPerson({ familyName: `Kanarienvogel-${lot}` }),
  actor: Actor = 'operator',
): PersonId {
  const personId = expectPerson(station, details);
  must(checkIn(station, actor, { personId, via: 'search', overrides: ['no-appointment'] }));
  must(
    recordDose(station, actor, {
      personId,
      lot,
      site: 'left-upper-arm',
      overrides: ['dose-already-today', 'too-early', 'not-checked-in'],
    }),
  );
  return personId;
}
