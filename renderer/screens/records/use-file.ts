import { useState } from 'react';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';

type FileChannel = 'records.of-day' | 'records.dose-report-file' | 'records.daily-report';

/** Fetches a file of this area and saves it; `fault` is the sentence why not. */
export function useFile<Name extends FileChannel>(channel: Name) {
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand(channel);
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const take = async (input: ChannelInput<Name>) => {
    const answer = await send(input);
    setFailed(answer.ok ? undefined : answer);
    if (answer.ok) saveFile(answer.value);
  };
  return { take, isBusy, fault: failed && sentenceOf(failed) };
}
