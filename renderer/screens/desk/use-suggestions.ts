import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import type { PersonHit } from '../../../contracts/ipc/people-contract.ts';
import { useStationQuery } from '../../station-context.tsx';

/** Longer than the pauses within any scan: what a scanner types is taken out before this asks. */
const PAUSE_MS = 160;
const FEWEST_LETTERS = 2;
const none: readonly PersonHit[] = [];

/** Names as they are typed. Arrow keys choose, Enter opens the chosen one; without a choice Enter searches as ever. */
export function useSuggestions(text: string, onChoose: (personId: string) => void) {
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS);
  const [active, setActive] = useState(-1);
  const [closedFor, setClosedFor] = useState('');
  const isWanted =
    settled.length >= FEWEST_LETTERS &&
    settled.length < 60 &&
    settled === text.trim() &&
    closedFor !== settled;
  const { data } = useStationQuery('people.suggest', { text: settled }, ['people'], isWanted);
  const hits = isWanted && data?.ok ? data.value.hits : none;
  const close = () => {
    setClosedFor(text.trim());
    setActive(-1);
  };
  const choose = (personId: string) => {
    close();
    onChoose(personId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (hits.length === 0) return;
    const chosen = hits[active];
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, -1));
    else if (event.key === 'Enter' && chosen) choose(chosen.personId);
    else return;
    event.preventDefault();
  };
  return {
    hits,
    isNobody: isWanted && data?.ok === true && hits.length === 0,
    active: active < hits.length ? active : -1,
    onKeyDown,
    choose,
    close,
  };
}
