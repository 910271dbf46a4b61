import type { boardContract } from '../../../contracts/ipc/board-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { lengthenObservation, releaseObserved } from '../../commands/visits/observe.ts';
import { reachStage } from '../../commands/visits/reach-stage.ts';
import { endDay } from '../../commands/visits/record-no-show.ts';
import { dayBoard } from '../../queries/visits/day-board.ts';
import { roomBoard } from '../../queries/visits/room-board.ts';
import type { HandlersOf } from '../handler.ts';

export const boardHandlers: HandlersOf<keyof typeof boardContract> = {
  'board.now': (station, { span }, { roles }) => accept(dayBoard(station, span, roles)),
  'board.room': (station) => accept(roomBoard(station)),
  'board.reach-stage': (station, input, { actor }) => reachStage(station, actor, input),
  'board.lengthen-observation': (station, input, { actor }) => lengthenObservation(station, actor, input),
  'board.release': (station, input, { actor }) => releaseObserved(station, actor, input),
  'board.release-early': (station, input, { actor }) => releaseObserved(station, actor, input),
  'board.end-day': (station, input, { actor }) => endDay(station, actor, input),
};
