import type { ConfirmableCode } from '../../../contracts/ipc/system-contract.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { keepSetting, settingOf } from '../../store/settings.ts';
import { runCommand } from '../run-command.ts';

/** A lead has seen a warning that does not mend itself; it stands no longer, and who confirmed it is in the log. */
export function confirmWarning(
  station: Writes,
  actor: Actor,
  { requestId, code }: { readonly requestId?: string; readonly code: ConfirmableCode },
): Result<{ code: ConfirmableCode }, 'nothing-to-confirm'> {
  return runCommand(station, { name: 'confirm-warning', actor, requestId, topics: ['system'] }, () => {
    if (!settle(station, code)) return refuse('nothing-to-confirm');
    return accept({
      stream: 'centre',
      events: [{ type: 'WarningConfirmed', version: 1, data: { code } }],
      value: { code },
    });
  });
}

function settle({ db, clock }: Writes, code: ConfirmableCode): boolean {
  if (code === 'clock-jumped') {
    const hasJumped = !clock.isTrusted();
    if (hasJumped) clock.confirm();
    return hasJumped;
  }
  const { [code]: stands, ...others } = settingOf(db, 'to-confirm') ?? {};
  if (stands) keepSetting(db, 'to-confirm', others);
  return stands !== undefined;
}
