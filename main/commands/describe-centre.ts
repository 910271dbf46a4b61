import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Actor, Station } from '../station.ts';
import { type CentreSettings, keepSetting } from '../store/settings.ts';
import { hasAppointments } from '../store/tables/appointments.ts';
import { runCommand } from './run-command.ts';

export interface DescribeCentreInput {
  readonly requestId: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly timeZone: string;
}

/**
 * Says what the centre is called, where it is and by which clock it lives. The clock stands once dates are booked
 * by it; everything else may change and is on the next pass that is signed.
 */
export function describeCentre(
  station: Station,
  actor: Actor,
  { requestId, ...details }: DescribeCentreInput,
): Result<Record<string, never>, 'centre-name-missing' | 'time-zone-unknown' | 'time-zone-fixed'> {
  const call = { name: 'describe-centre', actor, requestId, topics: ['system', 'desk', 'passes'] as const };
  const { settings, db } = station;
  const next: CentreSettings = {
    ...settings,
    centreName: details.name,
    centreAddress: details.address,
    centrePhone: details.phone,
    timeZone: details.timeZone,
  };
  const result = runCommand(station, call, () => {
    if (details.name === '') return refuse('centre-name-missing');
    if (!isTimeZone(details.timeZone)) return refuse('time-zone-unknown');
    if (details.timeZone !== settings.timeZone && hasAppointments(db)) return refuse('time-zone-fixed');
    keepSetting(db, 'centre', next);
    return accept({
      stream: 'centre',
      events: [{ type: 'CentreDescribed', version: 1, data: details }],
      value: {},
    });
  });
  // One object that everything reads: changed in place once it is durable, so that nothing keeps an old name.
  if (result.ok) Object.assign(settings, next);
  return result;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
