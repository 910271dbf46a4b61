import type { staffContract } from '../../../contracts/ipc/staff-contract.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import { addFirstStaff, addStaff } from '../../commands/staff/add-staff.ts';
import { changeOwnPin } from '../../commands/staff/change-own-pin.ts';
import { changeStaffRoles } from '../../commands/staff/change-staff-roles.ts';
import { makeRecoveryCode } from '../../commands/staff/make-recovery-code.ts';
import { recoverSiteLead } from '../../commands/staff/recover-site-lead.ts';
import { removeStaff } from '../../commands/staff/remove-staff.ts';
import { setPin } from '../../commands/staff/set-pin.ts';
import { setScreenLock } from '../../commands/staff/set-screen-lock.ts';
import { beginSession, signIn } from '../../commands/staff/sign-in.ts';
import { unlockStaff } from '../../commands/staff/unlock-staff.ts';
import { approversOf } from '../../queries/staff/approvers-of.ts';
import { sessionView } from '../../queries/staff/session-view.ts';
import { signInNames, staffList } from '../../queries/staff/staff-lists.ts';
import { viewLog } from '../../queries/staff/view-log.ts';
import type { HandlersOf } from '../handler.ts';

export const staffHandlers: HandlersOf<keyof typeof staffContract> = {
  'staff.session': (station, _input, { session }) => accept(sessionView(station, session)),
  'staff.sign-in-names': (station) => accept(signInNames(station)),
  'staff.sign-in': async (station, input, { session }) => {
    const result = await signIn(station, { ...input, session });
    return result.ok ? accept(sessionView(station, session)) : result;
  },
  'staff.sign-out': (station, _input, { session }) => {
    station.sessions.end(session);
    return accept(sessionView(station, session));
  },
  'staff.add-first': async (station, input, { session }) => {
    const turn = station.sessions.expect(session);
    const result = await addFirstStaff(station, input);
    if (!result.ok) return result;
    const { staffId, recoveryCode } = result.value;
    beginSession(station, session, staffId, turn);
    return accept({ ...sessionView(station, session), recoveryCode });
  },
  'staff.recover': async (station, input, { session }) => {
    const turn = station.sessions.expect(session);
    const result = await recoverSiteLead(station, { ...input, session });
    if (!result.ok) return result;
    beginSession(station, session, input.staffId, turn);
    return accept({ ...sessionView(station, session), recoveryCode: result.value.code });
  },
  'staff.make-recovery-code': async (station, _input, { actor }) => {
    const made = await makeRecoveryCode(station, actor);
    return made.ok ? accept({ recoveryCode: made.value.code }) : made;
  },
  'staff.change-own-pin': async (station, input, { session, actor }) => {
    const result = await changeOwnPin(station, actor, input);
    return result.ok ? accept(sessionView(station, session)) : result;
  },
  'staff.list': (station) => accept(staffList(station)),
  'staff.add': (station, input, { actor }) => addStaff(station, actor, input),
  'staff.change-roles': (station, input, { actor }) => changeStaffRoles(station, actor, input),
  'staff.set-pin': (station, input, { actor }) =>
    staffIdOf(actor) === input.staffId ? refuse('own-account') : setPin(station, actor, input),
  'staff.unlock': (station, input, { actor }) => unlockStaff(station, actor, input),
  'staff.remove': (station, input, { actor }) => removeStaff(station, actor, input),
  'staff.approvers': (station, { channel }, { actor }) => accept(approversOf(station, actor, channel)),
  'staff.set-screen-lock': (station, input, { actor }) => setScreenLock(station, actor, input),
  'staff.views': (station, input) => accept(viewLog(station, input)),
};
