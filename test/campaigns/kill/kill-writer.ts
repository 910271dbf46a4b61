import { flushCompileCache } from 'node:module';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { must, openTestStation } from '../../support/test-station.ts';
import { unlikeOthers } from '../../support/unlike-others.ts';

/** Records one dose after the other and says each only once it is durable, until somebody kills it. */
const [dir = ''] = process.argv.slice(2);
const { station } = await openTestStation(dir);
// A killed process keeps nothing of what it read in: the next one would begin anew.
flushCompileCache();
process.stdout.write('ready\n');
for (;;) {
  const { personId } = must(
    registerPerson(station, 'operator', { details: unlikeOthers(station.newId()), source: 'trial' }),
  );
  must(checkIn(station, 'operator', { personId, via: 'search', overrides: ['no-appointment'] }));
  const requestId = station.newId();
  process.stdout.write(`asking ${personId} ${requestId}\n`);
  const { doseId } = must(
    recordDose(station, 'operator', {
      requestId,
      personId,
      lot: 'KILL',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides: [],
    }),
  );
  process.stdout.write(`acknowledged ${personId} ${requestId} ${doseId}\n`);
}
