import { useEffect, useState } from 'react';
import type { StationClient, Topic } from '../../contracts/ipc/protocol.ts';
import type { ChannelOutput } from '../../contracts/ipc/station-contract.ts';

const topics: readonly Topic[] = ['board', 'desk', 'appointments'];
const TICK_MS = 60_000;
/** A service that starts again at once is not worth a sentence to the room. */
const PATIENCE_MS = 3_000;

export interface Wall {
  /** What was answered last; undefined until then. */
  readonly room: ChannelOutput<'board.room'> | undefined;
  /** The service has not answered for a while: what stands there may be wrong. */
  readonly isLost: boolean;
}

/** Asks the one channel of the wall: at once, when something happens at any desk, and each minute. */
export function useWall(client: StationClient): Wall {
  const [room, setRoom] = useState<Wall['room']>();
  const [isAway, setAway] = useState(true);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answer = await client.ask('board.room', {});
      if (isOver) return;
      setAway(!answer.ok);
      if (answer.ok) setRoom(answer.value);
    };
    const ends = [
      client.onState(({ kind }) => {
        if (kind === 'up') void ask();
        else setAway(true);
      }),
      client.onChanged((changed) => {
        if (topics.some((topic) => changed.includes(topic))) void ask();
      }),
    ];
    const timer = setInterval(() => void ask(), TICK_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
      for (const end of ends) end();
    };
  }, [client]);
  useEffect(() => {
    if (!isAway) return setLost(false);
    const timer = setTimeout(() => setLost(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isAway]);
  return { room, isLost };
}
