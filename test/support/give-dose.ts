import { consentAge } from '../../domain/consent/who-consents.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import type { PersonDetails } from '../../domain/people/events.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import { giveConsent } from '../../main/commands/consent/give-consent.ts';
import { recordDose } from '../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../main/commands/visits/check-in.ts';
import { consentOfPerson } from '../../main/queries/consent/consent.ts';
import type { Station } from '../../main/station.ts';
import { aPerson, expectPerson, must } from './test-station.ts';

const guardian = { who: 'guardian', name: 'Maria Beispiel', relation: 'parent', isPresent: true } as const;

/** Somebody new, checked in and vaccinated today because of their work; a minor by the consent of a parent. */
export function giveDose(
  station: Station,
  lot: string,
  details: PersonDetails = aPerson({ familyName: `Kanarienvogel-${lot}` }),
  actor: Actor = 'operator',
): PersonId {
  const personId = expectPerson(station, details);
  const { visitId } = must(
    checkIn(station, actor, { personId, via: 'search', overrides: ['no-appointment'] }),
  );
  const isMinor = consentAge(details.birthDate, plainDateAt(station.now(), 'Europe/Berlin')) !== 'self';
  if (isMinor) {
    const seenProductId = consentOfPerson(station, personId).vaccine.productId;
    const consent = { personId, visitId, seenProductId, form: { kind: 'oral' }, party: guardian } as const;
    must(giveConsent(station, actor, consent));
  }
  must(
    recordDose(station, actor, {
      personId,
      lot,
      site: 'left-upper-arm',
      indication: 'occupational',
      ...(isMinor ? {} : { consent: 'oral' }),
      overrides: ['dose-already-today', 'too-early', 'not-checked-in'],
    }),
  );
  return personId;
}
