import type { GoogleSimulator } from '../../issuing/google/simulated/start-simulator.ts';
import { seedTrialCentre } from '../centre/seed-trial-centre.ts';
import { seedTrialStaff } from '../centre/seed-trial-staff.ts';
import { eraseDuePeople } from '../commands/people/erase-person.ts';
import { signLog } from '../compose.ts';
import type { OutboxLoop } from '../outbox/outbox-loop.ts';
import { connectionOf } from '../queries/sync/connection-of.ts';
import type { Station } from '../station.ts';
import { eraseDueAtHeadquarters } from '../sync/erase-at-headquarters.ts';
import { followTrialClock } from '../trial/follow-trial-clock.ts';
import { startTrialGoogle } from '../trial/start-trial-google.ts';
import { createTrialNetwork } from '../trial/trial-network.ts';
import { createPeriodicJob } from './create-periodic-job.ts';
import { createDueWork } from './due-work.ts';
import type { Job } from './job.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Everything that a station does beside answering, in the order in which it begins. */
export function stationJobs(station: Station & { readonly isNew: boolean }, outbox: OutboxLoop): Job[] {
  const { checkpoints, handOverServer, importDesk, closings, replannings, pdf, settings, sync } = station;
  return [
    {
      name: 'checkpoints',
      start: () => checkpoints.start(),
      stop: () => checkpoints.stop(),
      fault: () => checkpoints.fault(),
    },
    ...(settings.mode === 'trial' ? [trialCentre(station)] : []),
    station.diskSpace.job,
    { name: 'pdf', start: () => {}, stop: () => pdf.stop(), fault: healthy },
    outbox,
    {
      name: 'hand-over',
      start: () => void handOverServer.apply().then(() => station.announce(['handover'])),
      stop: () => handOverServer.close(),
      fault: healthy,
    },
    { name: 'sync', start: () => sync.restart(), stop: () => sync.stop(), fault: healthy },
    ...(settings.mode === 'trial' ? trialNetwork(station, process.env.STATION_TRIAL_NETWORK) : []),
    closings,
    replannings,
    {
      name: 'import',
      start: () => importDesk.resume(),
      stop: () => importDesk.stop(),
      fault: () => importDesk.fault(),
    },
    createPeriodicJob({
      name: 'import-expiry',
      everyMs: HOUR_MS,
      log: station.log,
      problem: 'import-expiry-stopped',
      run: () => importDesk.expire(),
    }),
    createDueWork(station),
    createPeriodicJob({
      name: 'erasure',
      everyMs: HOUR_MS,
      isAtOnce: true,
      log: station.log,
      problem: 'erasure-stopped',
      run: () => eraseDue(station),
    }),
    createPeriodicJob({
      name: 'log-signing',
      everyMs: HOUR_MS,
      log: station.log,
      problem: 'log-signing-stopped',
      isAtOnce: true,
      run: () => signLog(station),
    }),
  ];
}

/** Where there is a headquarters it decides, and is asked. */
function eraseDue(station: Station): void {
  if (connectionOf(station.db) === 'stand-alone') eraseDuePeople(station);
  else
    eraseDueAtHeadquarters(station).catch((error: unknown) => station.log.problem('erasure-stopped', error));
}

/** What fails here is told to whoever asked for it. */
const healthy = () => undefined;

/** The headquarters beside a trial, and its clock. */
function trialNetwork(station: Station, file: string | undefined): Job[] {
  return [createTrialNetwork(station, file), ...(file ? [followTrialClock(station, file)] : [])];
}

/** A Google of its own, and people and staff to try with: there before anything else works with them. */
function trialCentre(station: Station & { readonly isNew: boolean }): Job {
  let google: GoogleSimulator | undefined;
  return {
    name: 'trial',
    async start() {
      google = await startTrialGoogle(station);
      if (station.isNew) seedTrialCentre(station);
      await seedTrialStaff(station);
    },
    stop: () => google?.close(),
    fault: healthy,
  };
}
