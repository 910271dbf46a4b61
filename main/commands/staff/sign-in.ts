import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { accessLogStream } from '../../../domain/staff/events.ts';
import type { Writes } from '../../context.ts';
import { checkPin, type PinRefusal } from '../../staff/check-pin.ts';
import type { Sessions, SignInTurn } from '../../staff/sessions.ts';
import { runCommand } from '../run-command.ts';

type SignInWrites = Writes & { readonly sessions: Sessions };

/**
 * Opens a window to somebody. Whoever was signed in there before is not any more. A window that is locked or closed
 * while the PIN is checked stays locked.
 */
export async function signIn(
  station: SignInWrites,
  { session, staffId, pin }: { session: string; staffId: StaffId; pin: string },
): Promise<Result<{ staffId: StaffId }, PinRefusal | { readonly reason: 'signed-out' }>> {
  const turn = station.sessions.expect(session);
  const checked = await checkPin(station, { staffId, pin, session });
  if (!checked.ok) return checked;
  return beginSession(station, session, staffId, turn)
    ? accept({ staffId })
    : refuse({ reason: 'signed-out' });
}

/** Answers whether it was begun: not at a window that was locked meanwhile. */
export function beginSession(
  station: SignInWrites,
  session: string,
  staffId: StaffId,
  turn: SignInTurn,
): boolean {
  if (!station.sessions.isExpected(session, turn)) return false;
  runCommand(station, { name: 'sign-in', actor: `staff:${staffId}` }, () =>
    accept({
      stream: accessLogStream,
      events: [{ type: 'StaffSignedIn' as const, version: 1 as const, data: { staffId } }],
      value: {},
    }),
  );
  station.sessions.begin(session, staffId);
  return true;
}
