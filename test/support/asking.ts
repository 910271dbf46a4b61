import type { ChannelInput, ChannelName, ChannelOutput } from '../../contracts/ipc/station-contract.ts';
import { answerRequest } from '../../main/ipc/answer-request.ts';
import type { Caller } from '../../main/ipc/handler.ts';
import type { Station } from '../../main/station.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of every channel by their fields
export type Read = any;

/**
 * What a window of that station asks where it does not matter who signed in there: somebody with these roles. Where it
 * does, see `aWindow`.
 */
export function asking(station: () => Station, { actor = 'staff:lead', roles = ['site-lead'] }: Who = {}) {
  const ask = (channel: string, input: unknown = {}): Promise<Read> =>
    answerRequest(station(), { channel, input }, { session: 's', actor, roles });
  return {
    ask,
    /** Asks for something to be done, with a request id of its own. */
    act: (channel: string, input: object = {}): Promise<Read> =>
      ask(channel, { requestId: crypto.randomUUID(), ...input }),
    /** What is answered, by the contract. @throws if it was refused */
    valueOf: async <Name extends ChannelName>(
      channel: Name,
      input: ChannelInput<Name>,
    ): Promise<ChannelOutput<Name>> => {
      const answer = await ask(channel, input);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    },
  };
}

type Who = Partial<Pick<Caller, 'actor' | 'roles'>>;
