import { useState } from 'react';
import type { Answer } from '../../contracts/ipc/answer.ts';
import type { ChannelName } from '../../contracts/ipc/station-contract.ts';
import { usePinRefusal } from '../session/use-pin-refusal.ts';
import { GraveStepActions } from './grave-step-actions.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from './second-sign-in.tsx';

/** What goes with every step of two people: one id however often it is sent, and who agreed. */
export interface AgreedBy {
  readonly requestId: string;
  readonly secondSignIn: SecondEntry;
}

/** Undefined where the screen has said already why nothing was done. */
type Send<Given> = (agreed: AgreedBy) => Promise<Given | undefined>;

export interface FourEyesStepProps<Given extends Answer> {
  /** The channel that will be sent: who may approve stands in its contract. */
  readonly channel: ChannelName;
  readonly label: string;
  readonly testId: string;
  /** Whether all is entered that is needed besides the second person. */
  readonly isReady?: boolean;
  /** Whoever is signed in may do it without a second person. */
  readonly isAlone?: boolean;
  /** Nearly always: what can simply be taken back is not. */
  readonly isDangerous?: boolean;
  /** The opposite answer, where the same two people may give it. */
  readonly otherwise?: { readonly label: string; readonly testId: string; readonly send: Send<Given> };
  readonly send: Send<Given>;
  onDone(answer: Extract<Given, { ok: true }>): void;
  onClose(): void;
}

/** The end of what two people have to agree on: who the second is, and the step itself. A refused PIN is asked again. */
export function FourEyesStep<Given extends Answer>(props: FourEyesStepProps<Given>) {
  const { channel, label, testId, isReady: isEntered = true, isAlone = false, isDangerous = true } = props;
  const [requestId] = useState(() => crypto.randomUUID());
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const [isBusy, setBusy] = useState(false);
  const { sentence, say } = usePinRefusal();
  const isAgreed = isAlone || isComplete(second);
  const isReady = isEntered && isAgreed;
  const step = async (send: Send<Given>) => {
    setBusy(true);
    const answer = await send({ requestId, secondSignIn: second }).finally(() => setBusy(false));
    if (!answer) return;
    if (isDone(answer)) return props.onDone(answer);
    setSecond({ ...second, pin: '' });
    say(answer as Extract<Answer, { ok: false }>);
  };
  const { otherwise } = props;
  return (
    <>
      {!isAlone && (
        <SecondSignIn
          channel={channel}
          entry={second}
          onChange={setSecond}
          onEnter={isReady && !isBusy ? () => void step(props.send) : undefined}
        />
      )}
      <GraveStepActions
        sentence={sentence}
        label={label}
        isBusy={isBusy}
        isReady={isReady}
        isDangerous={isDangerous}
        testId={testId}
        {...(otherwise && {
          otherwise: { ...otherwise, isReady: isAgreed, onConfirm: () => void step(otherwise.send) },
        })}
        onConfirm={() => void step(props.send)}
        onClose={props.onClose}
      />
    </>
  );
}

function isDone<Given extends Answer>(answer: Given): answer is Extract<Given, { ok: true }> {
  return answer.ok;
}
