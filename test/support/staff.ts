import type { Answer } from '../../contracts/ipc/answer.ts';
import { idOf, type StaffId } from '../../domain/kernel/ids.ts';
import type { Role } from '../../domain/staff/roles.ts';
import { addStaff } from '../../main/commands/staff/add-staff.ts';
import { answerRequest } from '../../main/ipc/answer-request.ts';
import { callerOf } from '../../main/ipc/caller-of.ts';
import type { Station } from '../../main/station.ts';
import type { Read } from './asking.ts';
import { must } from './test-station.ts';

export interface TestStaff {
  readonly staffId: StaffId;
  readonly name: string;
  readonly pin: string;
}

/** Somebody on the staff with a PIN of their own. */
export async function expectStaff(
  station: Station,
  name: string,
  roles: readonly Role[],
  pin = '4739',
): Promise<TestStaff> {
  const { staffId } = must(await addStaff(station, 'operator', { name, roles, pin, isOneTime: false }));
  return { staffId: idOf<StaffId>(staffId), name, pin };
}

/** A window of that station: what it asks is asked by whoever is signed in there. */
export function aWindow(station: () => Station, session = 'window-1') {
  const ask = async (channel: string, input: unknown = {}): Promise<Read> => {
    const answer: Answer = await answerRequest(station(), { channel, input }, callerOf(station(), session));
    return answer;
  };
  return {
    ask,
    signIn: ({ staffId }: TestStaff, pin: string): Promise<Read> => ask('staff.sign-in', { staffId, pin }),
  };
}
