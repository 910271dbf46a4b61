import { useState } from 'react';
import type { ChannelInput, ChannelName, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import type { Said } from './said.tsx';

/** Sends one command and keeps what is to be said about it. A problem is tried again with the same request. */
export function useWalletAction<Name extends ChannelName>(channel: Name) {
  const { send, isBusy } = useStationCommand(channel);
  const sentenceOf = useRefusalSentence();
  const [said, setSaid] = useState<Said>();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const run = async (
    input: Omit<ChannelInput<Name>, 'requestId'>,
    doneSentence: string,
  ): Promise<ChannelOutput<Name> | undefined> => {
    setSaid(undefined);
    const answer = await send({ ...input, requestId } as ChannelInput<Name>);
    if (answer.ok || 'refusal' in answer) setRequestId(crypto.randomUUID());
    setSaid(
      answer.ok ? { isDone: true, sentence: doneSentence } : { isDone: false, sentence: sentenceOf(answer) },
    );
    return answer.ok ? answer.value : undefined;
  };
  return { run, isBusy, said, forget: () => setSaid(undefined) };
}
