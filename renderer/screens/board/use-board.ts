import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { useStationQuery } from '../../station-context.tsx';

const topics = ['board', 'desk', 'appointments'] as const;
const TICK_MS = 60_000;

export type Span = ChannelInput<'board.now'>['span'];

/** The board, asked again whenever something happens at any desk, and each minute because time itself passes. */
export function useBoard(span: Span) {
  const queries = useQueryClient();
  useEffect(() => {
    const timer = setInterval(
      () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'board.now' }),
      TICK_MS,
    );
    return () => clearInterval(timer);
  }, [queries]);
  return useStationQuery('board.now', { span }, topics);
}
