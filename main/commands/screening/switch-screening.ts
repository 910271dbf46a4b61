import { CENTRE_STREAM } from '../../../domain/appointments/slot-events.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { decideSwitchScreening, type SwitchRefusal } from '../../../domain/screening/decide-screening.ts';
import type { QuestionnaireRef } from '../../../domain/screening/questionnaire.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { activeQuestionnaireRef } from '../../store/tables/screening/dose-steps.ts';
import { runCommand } from '../run-command.ts';

/** From now on these questions are asked before each dose; without a questionnaire, none. */
export function switchScreening(
  station: Writes,
  actor: Actor,
  { requestId, questionnaire }: { readonly requestId?: string; readonly questionnaire?: QuestionnaireRef },
): Result<{ isOn: boolean }, SwitchRefusal> {
  return runCommand(station, { name: 'switch-screening', actor, requestId }, () => {
    const decided = decideSwitchScreening(activeQuestionnaireRef(station.db), questionnaire);
    if (!decided.ok) return decided;
    return accept({
      stream: CENTRE_STREAM,
      events: decided.value,
      value: { isOn: questionnaire !== undefined },
    });
  });
}
