import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import { type ChooseKindsRefusal, decideChooseKinds } from '../../../domain/consent/decide-consent.ts';
import type { ConsentKind } from '../../../domain/consent/events.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { consentSetting } from '../../store/tables/consent/consent-kinds.ts';
import { runCommand } from '../run-command.ts';

/** Which kinds of consent the centre asks for from now on. */
export function chooseConsentKinds(
  station: Writes,
  actor: Actor,
  { requestId, kinds }: { readonly requestId?: string; readonly kinds: readonly ConsentKind[] },
): Result<{ isChosen: true }, ChooseKindsRefusal> {
  return runCommand(station, { name: 'choose-consent-kinds', actor, requestId }, () => {
    const decided = decideChooseKinds(consentSetting(station.db), kinds);
    if (!decided.ok) return decided;
    return accept({ stream: CENTRE_STREAM, events: decided.value, value: { isChosen: true } });
  });
}
