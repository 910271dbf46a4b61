import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { accessLogStream } from '../../../domain/staff/events.ts';
import { checkPin, type PinRefusal } from '../../staff/check-pin.ts';
import type { Station } from '../../station.ts';
import { runCommand } from '../run-command.ts';

/** Opens a window to somebody. Whoever was signed in there before is not any more. */
export async function signIn(
  station: Station,
  { session, staffId, pin }: { session: string; staffId: StaffId; pin: string },
): Promise<Result<{ staffId: StaffId }, PinRefusal>> {
  station.sessions.end(session);
  const checked = await checkPin(station, staffId, pin);
  if (!checked.ok) return checked;
  beginSession(station, session, staffId);
  return accept({ staffId });
}

export function beginSession(station: Station, session: string, staffId: StaffId): void {
  runCommand(station, { name: 'sign-in', actor: `staff:${staffId}` }, () =>
    accept({
      stream: accessLogStream,
      events: [{ type: 'StaffSignedIn' as const, version: 1 as const, data: { staffId } }],
      value: {},
    }),
  );
  station.sessions.begin(session, staffId);
}
