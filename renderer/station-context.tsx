import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import type { Answer } from '../contracts/ipc/answer.ts';
import type { ServiceState, StationClient, Topic } from '../contracts/ipc/protocol.ts';
import type {
  ChannelAnswer,
  ChannelInput,
  ChannelName,
  ChannelOutput,
} from '../contracts/ipc/station-contract.ts';

const StationContext = createContext<StationClient | undefined>(undefined);

/** Gives the screens below it the service, and asks again for what they show when the service says it changed. */
export function StationProvider({ client, children }: { client: StationClient; children: ReactNode }) {
  const queries = useQueryClient();
  useEffect(
    () =>
      client.onChanged((topics) => {
        void queries.invalidateQueries({
          predicate: ({ queryKey }) =>
            topics.some((topic) => (queryKey[0] as readonly Topic[]).includes(topic)),
        });
      }),
    [client, queries],
  );
  useEffect(
    () =>
      client.onState((state) => {
        if (state.kind === 'up') void queries.invalidateQueries();
      }),
    [client, queries],
  );
  return (
    <StationContext value={client}>
      <StatusProvider>{children}</StatusProvider>
    </StationContext>
  );
}

type Status = ChannelOutput<'system.status'>;
const StatusContext = createContext<Status | undefined>(undefined);

/** Asked in one place: every date that is drawn needs the zone, and hundreds of them are. */
function StatusProvider({ children }: { children: ReactNode }) {
  const { data } = useStationQuery('system.status', {}, ['system']);
  return <StatusContext value={data?.ok ? data.value : undefined}>{children}</StatusContext>;
}

/** What the station says of itself; undefined until it first answered. */
export function useStationStatus(): Status | undefined {
  return useContext(StatusContext);
}

export function useStation(): StationClient {
  const client = useContext(StationContext);
  if (!client) throw new Error('a screen stands outside of StationProvider');
  return client;
}

export function useServiceState(): ServiceState {
  const client = useStation();
  const [state, setState] = useState<ServiceState>({ kind: 'starting' });
  useEffect(() => client.onState(setState), [client]);
  return state;
}

/**
 * What a channel answers, asked again whenever one of `topics` changed. An answer that is already here and younger
 * than `freshForMs` is not asked for again when a screen begins to show it.
 */
export function useStationQuery<Name extends ChannelName>(
  channel: Name,
  input: ChannelInput<Name>,
  topics: readonly Topic[],
  isEnabled = true,
  freshForMs = 0,
) {
  const client = useStation();
  const queries = useQueryClient();
  const queryKey = stationQueryKey(channel, input, topics);
  return useQuery({
    queryKey,
    queryFn: async (): Promise<ChannelAnswer<Name>> => {
      const answer = await client.ask(channel, input);
      const last = queries.getQueryData<ChannelAnswer<Name>>(queryKey);
      // A service that is away for a moment takes nothing off the screen; when it is back, all is asked again.
      return isNoAnswer(answer) && last?.ok ? last : answer;
    },
    enabled: isEnabled,
    staleTime: freshForMs,
  });
}

/** The service did not get to the question. */
function isNoAnswer(answer: Answer): boolean {
  if (answer.ok) return false;
  if ('problem' in answer) return answer.problem.code === 'service-went-away';
  return answer.refusal.reason === 'service-starting' || answer.refusal.reason === 'store-locked';
}

/** Under which key an answer is kept. The topics come first: a change of one of them outdates it. */
export function stationQueryKey<Name extends ChannelName>(
  channel: Name,
  input: ChannelInput<Name>,
  topics: readonly Topic[],
) {
  return [topics, channel, input] as const;
}

/** Sends a command. Its `requestId` belongs to the person's intent: a second try carries the same one. */
export function useStationCommand<Name extends ChannelName>(channel: Name) {
  const client = useStation();
  const [isBusy, setBusy] = useState(false);
  const send = useCallback(
    async (input: ChannelInput<Name>): Promise<ChannelAnswer<Name>> => {
      setBusy(true);
      try {
        return await client.ask(channel, input);
      } finally {
        setBusy(false);
      }
    },
    [client, channel],
  );
  return { send, isBusy };
}
