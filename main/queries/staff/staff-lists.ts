import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { isLockedOut } from '../../../domain/staff/pin.ts';
import type { Reads } from '../../context.ts';
import { trialPinsOf } from '../../staff/trial-pins.ts';
import type { ReadableDb } from '../../store/database.ts';
import { allStaff } from '../../store/tables/staff/staff.ts';
import { pinOf, wrongTriesOf } from '../../store/tables/staff/staff-pins.ts';

/** Who can sign in, by name; nothing else about anybody is told before a PIN was entered. */
export function signInNames({ db, settings, now }: Reads): ChannelOutput<'staff.sign-in-names'> {
  const pins = settings.mode === 'trial' ? trialPinsOf(db) : {};
  return {
    people: allStaff(db)
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ staffId, name }) => ({
        staffId,
        name,
        isLocked: isLocked(db, staffId, now()),
        trialPin: pins[staffId],
      })),
  };
}

/** Everybody who works or has worked here, for those who look after them. */
export function staffList({ db, now }: Reads): ChannelOutput<'staff.list'> {
  return {
    members: allStaff(db).map((member) => ({
      ...member,
      roles: [...member.roles],
      isLocked: isLocked(db, member.staffId, now()),
      mustChangePin: pinOf(db, member.staffId)?.is_one_time === 1,
    })),
  };
}

function isLocked(db: ReadableDb, staffId: string, now: Instant): boolean {
  const pin = pinOf(db, staffId);
  return pin !== undefined && isLockedOut(wrongTriesOf(pin), now);
}
