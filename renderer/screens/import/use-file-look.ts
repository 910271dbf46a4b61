import { useCallback, useRef, useState } from 'react';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { CsvChoiceView } from '../../../contracts/ipc/import-contract.ts';
import { sampleBytes } from '../../../contracts/ipc/import-limits.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { base64Of } from '../../../ui/base64.ts';
import { useStation } from '../../station-context.tsx';

type Columns = NonNullable<CsvChoiceView['columns']>;

export type FileLook = ChannelOutput<'import.look'>;

/** The file that was chosen, and how its beginning reads under what was set by hand so far. */
export function useFileLook(onFault: (fault: Extract<Answer, { ok: false }>) => void) {
  const client = useStation();
  const [file, setFile] = useState<File>();
  const [look, setLook] = useState<FileLook>();
  const choice = useRef<CsvChoiceView>({});
  const asked = useRef(0);

  const ask = useCallback(
    async (of: File) => {
      const turn = ++asked.current;
      const sample = new Uint8Array(await of.slice(0, sampleBytes).arrayBuffer());
      const answer = await client.ask('import.look', {
        fileName: of.name.slice(-255),
        bytes: base64Of(sample),
        isWhole: of.size <= sampleBytes,
        choice: choice.current,
      });
      if (turn !== asked.current) return; // something else was set meanwhile
      if (answer.ok) setLook(answer.value);
      else {
        setFile(undefined);
        onFault(answer);
      }
    },
    [client, onFault],
  );

  const open = (next: File) => {
    choice.current = {};
    setLook(undefined);
    setFile(next);
    void ask(next);
  };
  const change = (part: CsvChoiceView) => {
    if (!file) return;
    // Another separator makes other columns: what was said about them no longer holds.
    const kept =
      'separator' in part || 'encoding' in part ? { ...choice.current, columns: undefined } : choice.current;
    choice.current = { ...kept, ...part };
    void ask(file);
  };
  /** On top of what was set last, also while the answer to that is on its way. */
  const changeColumns = (next: (columns: Columns) => Columns) =>
    change({ columns: next(choice.current.columns ?? look?.plan.columns ?? []) });
  const close = () => {
    asked.current += 1;
    setFile(undefined);
    setLook(undefined);
  };
  return { file, look, open, change, changeColumns, close };
}
