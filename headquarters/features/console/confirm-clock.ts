import type { Headquarters } from '../../headquarters.ts';
import { closeSessionsOfOtherRuns } from '../../store/administrators.ts';
import { centresOf } from '../../store/centres.ts';
import { endCodesOfOtherRuns } from '../../store/enrolment-codes.ts';
import { inCentre } from '../../store/open-databases.ts';

/**
 * An operator says that the clock is right as it is. Sessions and codes that began before this start of the computer
 * were measured by another clock: they end, lest they live on by this one.
 */
export async function confirmClock({ databases: { app }, clock, uptime }: Headquarters): Promise<void> {
  const run = uptime?.().run;
  if (run !== undefined) {
    await closeSessionsOfOtherRuns(app, run);
    for (const { id } of await centresOf(app)) await inCentre(app, id, (db) => endCodesOfOtherRuns(db, run));
  }
  await clock.confirm();
}
