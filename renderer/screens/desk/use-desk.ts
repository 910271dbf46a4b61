import { useCallback, useState } from 'react';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { Judgement } from '../../../contracts/ipc/desk-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { useStation } from '../../station-context.tsx';

export type Failed = Extract<Answer, { ok: false }>;

/** What was finished last, said in green until the next scan. */
export type Done =
  | { readonly kind: 'checked-in' }
  | { readonly kind: 'dose'; readonly ordinal: number }
  | { readonly kind: 'voided' };

export interface DeskState {
  readonly judgement?: Judgement;
  readonly via: 'pass' | 'search';
  readonly step: 'idle' | 'decided' | 'dose' | 'done';
  readonly done?: Done;
  readonly failed?: Failed;
  readonly isBusy: boolean;
}

const idle: DeskState = { via: 'search', step: 'idle', isBusy: false };

/** Where the desk stands with the person in front of it. Clearing forgets everything and loses nothing. */
export function useDesk() {
  const station = useStation();
  const [state, setState] = useState<DeskState>(idle);

  const show = useCallback((answer: Answer<Judgement>, via: DeskState['via']) => {
    setState(
      answer.ok
        ? { judgement: answer.value, via, step: 'decided', isBusy: false }
        : { ...idle, failed: answer },
    );
  }, []);

  const scan = useCallback(
    async (input: ChannelInput<'desk.scan'>) => {
      setState((before) => ({ ...before, isBusy: true }));
      show(await station.ask('desk.scan', input), input.via === 'typed' ? 'search' : 'pass');
    },
    [station, show],
  );

  const open = useCallback(
    async (personId: string) => show(await station.ask('desk.open', { personId }), 'search'),
    [station, show],
  );

  const clear = useCallback(() => setState(idle), []);
  const startDose = useCallback(
    () => setState((before) => ({ ...before, step: 'dose', failed: undefined })),
    [],
  );
  const leaveDose = useCallback(
    () => setState((before) => ({ ...before, step: 'decided', failed: undefined })),
    [],
  );
  const fail = useCallback((failed: Failed | undefined) => setState((before) => ({ ...before, failed })), []);
  const finish = useCallback(
    (done: Done) => setState((before) => ({ ...before, step: 'done', done, failed: undefined })),
    [],
  );
  return { state, scan, open, clear, startDose, leaveDose, fail, finish };
}

export type Desk = ReturnType<typeof useDesk>;
