import type { schedulesContract } from '../../../contracts/ipc/schedules-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { scheduleList } from '../../queries/schedules/schedule-list.ts';
import { tryHistory } from '../../queries/schedules/try-history.ts';
import type { HandlersOf } from '../handler.ts';

export const schedulesHandlers: HandlersOf<keyof typeof schedulesContract> = {
  'schedules.list': () => accept(scheduleList()),
  'schedules.try': (station, { book, observations, ...person }) =>
    tryHistory(
      book,
      { ...person, observations: observations.map((each) => ({ code: each })) },
      plainDateAt(station.now(), station.settings.timeZone),
    ),
};
