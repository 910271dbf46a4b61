import type { AppointmentId, PersonId, ScreeningId } from '../../../domain/kernel/ids.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { generalQuestionnaire } from '../../../domain/screening/general-questionnaire.ts';
import { runCommand } from '../../../main/commands/run-command.ts';
import { switchScreening } from '../../../main/commands/screening/switch-screening.ts';
import { today } from '../../../main/queries/visits/today.ts';
import { must, openTestStation } from '../../support/test-station.ts';
import { trialCentre } from './trial-centre.ts';

/**
 * A trial that asks before each dose, where two people answered before they came: Hans-Peter Müller said no to
 * everything, John Sample, who is asked in English, yes to everything.
 */
export async function centreAnsweredAhead(): Promise<string> {
  const dir = await trialCentre();
  const { station, close } = await openTestStation(dir);
  const { id, version, questions } = generalQuestionnaire;
  must(switchScreening(station, 'operator', { questionnaire: { id, version } }));
  const answer = (givenName: string, isYes: boolean) => {
    const entry = today(station, true).entries.find((each) => each.givenName === givenName);
    if (!entry) throw new Error(`nobody of that name is due today: ${givenName}`);
    const personId = entry.personId as PersonId;
    const data = {
      screeningId: station.newId() as ScreeningId,
      appointmentId: entry.appointmentId as AppointmentId,
      personId,
      questionnaire: { id, version },
      personal: { answers: questions.map((each) => ({ question: each.id, isYes })) },
    };
    // As it comes from headquarters, where the private page takes it.
    runCommand(station, { name: 'answered-ahead', actor: 'citizen' }, () =>
      accept({
        stream: personId,
        events: [{ type: 'ScreeningAnsweredAhead' as const, version: 1 as const, data }],
        value: {},
      }),
    );
  };
  answer('Hans-Peter', false);
  answer('John', true);
  close();
  return dir;
}
