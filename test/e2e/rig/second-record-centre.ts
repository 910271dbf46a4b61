import { addMinutes } from '../../../domain/kernel/instant.ts';
import { type BirthDate, parseBirthDate } from '../../../domain/kernel/plain-date.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { must, openTestStation } from '../../support/test-station.ts';
import { trialCentre } from './trial-centre.ts';

const DAYS_AGO = 30;

/** A trial where Hans-Peter Müller got a dose weeks ago under a second record, which shows itself once its birth date is right. */
export async function centreWithSecondRecord(): Promise<string> {
  const dir = await trialCentre();
  const { station, clock, close } = await openTestStation(dir);
  const now = station.now();
  clock.now = addMinutes(now, -DAYS_AGO * 24 * 60);
  const born = (text: string) => {
    const details = { givenName: 'Hans-Peter', familyName: 'Müller', language: 'de' as const };
    return { ...details, birthDate: parseBirthDate(text) as BirthDate };
  };
  const { personId } = must(
    registerPerson(station, 'operator', { details: born('1945-01-01'), source: 'desk' }),
  );
  must(checkIn(station, 'operator', { personId, via: 'search', overrides: ['no-appointment'] }));
  must(
    recordDose(station, 'operator', {
      personId,
      lot: 'LOT-1',
      site: 'left-upper-arm',
      overrides: [],
      consent: 'oral',
    }),
  );
  clock.now = now;
  must(correctPerson(station, 'operator', { personId, why: 'typing-error', details: born('1946-01-27') }));
  close();
  return dir;
}
