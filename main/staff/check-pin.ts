import type { StaffId } from '../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { mostWrongTries } from '../../domain/staff/pin.ts';
import { runCommand } from '../commands/run-command.ts';
import type { Writes } from '../context.ts';
import { type StaffRecord, staffById } from '../store/tables/staff/staff.ts';
import { countWrongTry, forgetWrongTries, type PinRow, pinOf } from '../store/tables/staff/staff-pins.ts';
import { pinMatches } from './pin-verifier.ts';

export interface CheckedPin {
  readonly member: StaffRecord;
  /** Somebody else set this PIN: it proves nothing but the right to choose one's own. */
  readonly isOneTime: boolean;
}

export type PinRefusal =
  | { readonly reason: 'staff-unknown' }
  | { readonly reason: 'pin-locked' }
  | { readonly reason: 'pin-wrong'; readonly details: { readonly left: number } };

/**
 * The one way to find out whether a PIN is somebody's. The try is counted and durable before the PIN is looked at:
 * neither asking many times at once nor killing the service in between gives a further guess.
 */
export async function checkPin(
  station: Writes,
  staffId: StaffId,
  pin: string,
): Promise<Result<CheckedPin, PinRefusal>> {
  const { db } = station;
  const counted = db.transact(() => countTry(station, staffId));
  if (!counted.ok) return counted;
  const { member, known } = counted.value;
  if (await pinMatches(pin, known)) {
    db.transact(() => forgetWrongTries(db, staffId));
    return accept({ member, isOneTime: known.is_one_time === 1 });
  }
  const left = mostWrongTries - known.wrong_tries - 1;
  if (left === 0) lockOut(station, staffId);
  return left === 0 ? refuse({ reason: 'pin-locked' }) : refuse({ reason: 'pin-wrong', details: { left } });
}

function countTry(
  { db }: Writes,
  staffId: StaffId,
): Result<{ member: StaffRecord; known: PinRow }, PinRefusal> {
  const member = staffById(db, staffId);
  const known = pinOf(db, staffId);
  if (!member || member.isRemoved || !known) return refuse({ reason: 'staff-unknown' });
  if (known.wrong_tries >= mostWrongTries) return refuse({ reason: 'pin-locked' });
  countWrongTry(db, staffId);
  return accept({ member, known });
}

function lockOut(station: Writes, staffId: StaffId): void {
  runCommand(station, { name: 'lock-out', actor: 'station', topics: ['staff'] }, () =>
    accept({
      stream: staffId,
      events: [{ type: 'StaffLockedOut', version: 1, data: { staffId } }],
      value: {},
    }),
  );
}
