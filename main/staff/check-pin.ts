import type { StaffId } from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { isLockedOut, lockEndsAt, mostWrongTries } from '../../domain/staff/pin.ts';
import { runCommand } from '../commands/run-command.ts';
import type { Writes } from '../context.ts';
import { type StaffRecord, staffById } from '../store/tables/staff/staff.ts';
import {
  countWrongTry,
  forgetWrongTries,
  lockPin,
  type PinRow,
  pinOf,
  wrongTriesOf,
} from '../store/tables/staff/staff-pins.ts';
import { pinMatches } from './pin-verifier.ts';

export interface CheckedPin {
  readonly member: StaffRecord;
  /** Somebody else set this PIN: it proves nothing but the right to choose one's own. */
  readonly isOneTime: boolean;
}

/** `until`: when it ends by itself, by a clock that is believed. */
export interface LockedRefusal {
  readonly reason: 'pin-locked';
  readonly details?: { readonly until: Instant };
}

export type PinRefusal =
  | { readonly reason: 'staff-unknown' }
  /** Somebody whom this station knows from others alone: PINs are kept where they were chosen. */
  | { readonly reason: 'pin-not-here' }
  | LockedRefusal
  | { readonly reason: 'window-waits'; readonly details: { readonly seconds: number } }
  | { readonly reason: 'pin-wrong'; readonly details: { readonly left: number } };

export interface PinTry {
  readonly staffId: StaffId;
  readonly pin: string;
  /** The window of somebody who is not signed in yet: its own wrong tries make it wait. */
  readonly session?: string;
}

/**
 * The one way to find out whether a PIN is somebody's. The try is counted and durable before the PIN is looked at:
 * neither asking many times at once nor killing the service in between gives a further guess.
 */
export async function checkPin(
  station: Writes,
  { staffId, pin, session }: PinTry,
): Promise<Result<CheckedPin, PinRefusal>> {
  const { db, windowTries } = station;
  const seconds = session === undefined ? 0 : windowTries.waitSeconds(session);
  if (seconds > 0) return refuse({ reason: 'window-waits', details: { seconds } });
  const counted = db.transact(() => countTry(station, staffId));
  if (!counted.ok) return counted;
  if (session !== undefined) windowTries.wrong(session);
  const { known, left } = counted.value;
  if (await pinMatches(pin, known)) {
    if (session !== undefined) windowTries.right(session);
    return entered(station, staffId, known);
  }
  if (left === 0) recordLockOut(station, staffId);
  return left === 0
    ? refuse(lockedOut(station, staffId))
    : refuse({ reason: 'pin-wrong', details: { left } });
}

/** A wrong PIN of a second person is one of whoever asked for it, too. */
export function countAgainstAsker(station: Writes, staffId: StaffId): void {
  const counted = station.db.transact(() => countTry(station, staffId));
  if (counted.ok && counted.value.left === 0) recordLockOut(station, staffId);
}

export function isLockedNow({ db, now }: Writes, staffId: StaffId): boolean {
  const known = pinOf(db, staffId);
  return known !== undefined && isLockedOut(wrongTriesOf(known), now());
}

/** That somebody is locked out, and until when. */
export function lockedOut({ db, clock }: Writes, staffId: StaffId): LockedRefusal {
  const known = pinOf(db, staffId);
  const until = known && clock.isTrusted() ? lockEndsAt(wrongTriesOf(known)) : undefined;
  return { reason: 'pin-locked', ...(until ? { details: { until } } : {}) };
}

/**
 * Looks again who it is: while the PIN was checked somebody may have been taken off the staff, or given another PIN.
 * The one before opens nothing any more, and is a wrong one.
 */
function entered({ db }: Writes, staffId: StaffId, known: PinRow): Result<CheckedPin, PinRefusal> {
  return db.transact(() => {
    const member = staffById(db, staffId);
    if (!member || member.isRemoved) return refuse({ reason: 'staff-unknown' as const });
    const present = pinOf(db, staffId);
    if (!present || !Buffer.from(present.verifier).equals(Buffer.from(known.verifier))) {
      const left = Math.max(0, mostWrongTries - (present?.wrong_tries ?? 0));
      return refuse({ reason: 'pin-wrong' as const, details: { left } });
    }
    forgetWrongTries(db, staffId);
    return accept({ member, isOneTime: present.is_one_time === 1 });
  });
}

function countTry(station: Writes, staffId: StaffId): Result<{ known: PinRow; left: number }, PinRefusal> {
  const { db, now, clock } = station;
  const member = staffById(db, staffId);
  const known = pinOf(db, staffId);
  if (!member || member.isRemoved) return refuse({ reason: 'staff-unknown' });
  if (!known) return refuse({ reason: 'pin-not-here' });
  const wasLocked = known.wrong_tries >= mostWrongTries;
  // Only by a clock that was not just set does a lock end.
  if (wasLocked && (isLockedOut(wrongTriesOf(known), now()) || !clock.isTrusted()))
    return refuse(lockedOut(station, staffId));
  countWrongTry(db, staffId);
  const left = Math.max(0, mostWrongTries - known.wrong_tries - 1);
  if (left === 0) lockPin(db, staffId, now());
  return accept({ known, left });
}

function recordLockOut(station: Writes, staffId: StaffId): void {
  runCommand(station, { name: 'lock-out', actor: 'station', topics: ['staff'] }, () =>
    accept({
      stream: staffId,
      events: [{ type: 'StaffLockedOut', version: 1, data: { staffId } }],
      value: {},
    }),
  );
}
