import { isDistrictKey } from '../../../domain/centre/district-key.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import type { WritableDb } from '../../store/database.ts';
import { type CentreSettings, keepSetting } from '../../store/settings.ts';
import { hasAppointments } from '../../store/tables/appointments/appointments.ts';
import { validPassIds } from '../../store/tables/passes/passes.ts';
import { runCommand } from '../run-command.ts';

export interface DescribeCentreInput {
  readonly requestId: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly timeZone: string;
  /** Empty where the centre is in no German district, or nobody told. */
  readonly districtKey: string;
}

export type DescribeRefusal =
  | 'centre-name-missing'
  | 'time-zone-unknown'
  | 'time-zone-fixed'
  | 'district-key-invalid';

export interface CentreDescription {
  readonly renamed?: { readonly formerName: string; readonly passes: number };
}

/**
 * Says what the centre is called, where it is and by which clock it lives. The clock stands once dates are booked
 * by it; everything else may change and is on the next pass that is signed. A new name is answered with how many
 * passes still show the former one.
 */
export function describeCentre(
  station: Writes,
  actor: Actor,
  { requestId, ...details }: DescribeCentreInput,
): Result<CentreDescription, DescribeRefusal> {
  const call = { name: 'describe-centre', actor, requestId };
  const { settings, db } = station;
  const next: CentreSettings = {
    ...settings,
    centreName: details.name,
    centreAddress: details.address,
    centrePhone: details.phone,
    timeZone: details.timeZone,
    districtKey: details.districtKey,
  };
  let isKept = false;
  const result = runCommand<CentreDescription, DescribeRefusal>(station, call, () => {
    if (details.name === '') return refuse('centre-name-missing');
    if (!isTimeZone(details.timeZone)) return refuse('time-zone-unknown');
    if (details.timeZone !== settings.timeZone && hasAppointments(db)) return refuse('time-zone-fixed');
    if (details.districtKey !== '' && !isDistrictKey(details.districtKey))
      return refuse('district-key-invalid');
    keepSetting(db, 'centre', next);
    isKept = true;
    return accept({
      stream: 'centre',
      events: [{ type: 'CentreDescribed', version: 2, data: details }],
      value: details.name === settings.centreName ? {} : renamed(db, settings.centreName),
    });
  });
  // One object that everything reads: changed in place once it is durable, so that nothing keeps an old name. A
  // request that comes again changes nothing: the centre may have been described anew since.
  if (result.ok && isKept) Object.assign(settings, next);
  return result;
}

/** Counted under the write lock: what is offered is what there is. */
function renamed(db: WritableDb, formerName: string): CentreDescription {
  const passes = validPassIds(db).length;
  return passes === 0 ? {} : { renamed: { formerName, passes } };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
