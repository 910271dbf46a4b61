import type { schedulesContract } from '../../../contracts/ipc/schedules-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { activateSchedule } from '../../commands/schedules/activate-schedule.ts';
import { affectedDates } from '../../queries/schedules/affected-dates.ts';
import { affectedPasses } from '../../queries/schedules/affected-passes.ts';
import { scheduleList } from '../../queries/schedules/schedule-list.ts';
import { tryHistory } from '../../queries/schedules/try-history.ts';
import type { HandlersOf } from '../handler.ts';

export const schedulesHandlers: HandlersOf<keyof typeof schedulesContract> = {
  'schedules.list': (station) => accept(scheduleList(station.db)),
  'schedules.try': (station, { book, observations, ...person }) =>
    tryHistory(
      book,
      { ...person, observations: observations.map((each) => ({ code: each })) },
      plainDateAt(station.now(), station.settings.timeZone),
    ),
  'schedules.affected-dates': (station, { book }, { roles }) => affectedDates(station, book, roles),
  'schedules.affected-passes': (station, { book }) => affectedPasses(station, book),
  'schedules.activate': (station, input, { actor }) => activateSchedule(station, actor, input),
  'schedules.activate-with-doctor': (station, { secondSignIn: _, ...input }, { actor, approvedBy }) => {
    if (!approvedBy) throw new Error('a schedule was to be confirmed without a doctor');
    return activateSchedule(station, actor, { ...input, approvedBy });
  },
};
