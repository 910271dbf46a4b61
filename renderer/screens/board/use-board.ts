import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { useStationQuery } from '../../station-context.tsx';

const topics = ['board', 'desk', 'appointments'] as const;
const TICK_MS = 60_000;

export type Span = ChannelInput<'board.now'>['span'];

/** The board, asked again whenever something happens at any desk, and each minute because time itself passes. */
export function useBoard(span: Span) {
  useMinuteTick('board.now');
  return useStationQuery('board.now', { span }, topics);
}

export function useRoomBoard() {
  useMinuteTick('board.room');
  return useStationQuery('board.room', {}, topics);
}

function useMinuteTick(channel: 'board.now' | 'board.room'): void {
  const queries = useQueryClient();
  useEffect(() => {
    const timer = setInterval(
      () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === channel }),
      TICK_MS,
    );
    return () => clearInterval(timer);
  }, [queries, channel]);
}
