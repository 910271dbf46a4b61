import './command-dialog.css';
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../contracts/ipc/answer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { useRefusalSentence } from './use-refusal-sentence.ts';

interface Props<Given extends Answer> {
  readonly title: string;
  readonly size?: 'md' | 'lg' | 'xl';
  readonly submitLabel: string;
  /** What the way back is called where "cancel" would not be clear, and what it is called once all is done. */
  readonly backLabel?: string;
  readonly doneLabel?: string;
  readonly isDangerous?: boolean;
  /** Whether all is entered that is needed. */
  readonly isReady?: boolean;
  /** What is asked for, where the person can choose again: another choice is another intent. */
  readonly about?: string;
  /** Much is written here: Esc and the cross ask before it is lost. */
  readonly asksBeforeLoss?: boolean;
  readonly testId?: string;
  readonly submitTestId?: string;
  readonly children: ReactNode;
  /** Sends the intent, under one id however often it is sent; undefined where nothing was sent because the form is not right yet. */
  send(requestId: string): Promise<Given | undefined>;
  /** What comes after; without it the dialog closes. A sentence keeps it open, with the sentence instead of the form. */
  onDone?(answer: Extract<Given, { ok: true }>): string | undefined;
  onClose(): void;
}

/** A dialog for one change: what is to be entered, why it was refused, the way back, and the one step. */
export function CommandDialog<Given extends Answer>(props: Props<Given>) {
  const { title, size = 'md', submitLabel, isDangerous = false, isReady = true } = props;
  const { t } = useTranslation();
  const { isBusy, refused, said, submit } = useIntent(props);
  const { leaveFor } = useUnsaved();
  const form = useRef<HTMLFormElement>(null);
  const leave = () =>
    props.asksBeforeLoss && said === undefined
      ? leaveFor(props.onClose, form.current ?? undefined)
      : props.onClose();
  return (
    <Dialog opened onClose={leave} title={title} size={size} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        ref={form}
        className="command-dialog"
        onSubmit={(event) => void submit(event)}
        data-testid={props.testId}
      >
        {said === undefined ? props.children : <p role="status">{said}</p>}
        <div className="command-dialog-foot">
          {refused && (
            <p className="command-dialog-refused" role="alert">
              {refused}
            </p>
          )}
          <div className="command-dialog-actions">
            <Button variant="default" onClick={props.onClose}>
              {said === undefined ? (props.backLabel ?? t('cancel')) : (props.doneLabel ?? t('close'))}
            </Button>
            {said === undefined && (
              <Button
                type="submit"
                loading={isBusy}
                disabled={!isReady}
                data-testid={props.submitTestId}
                {...(isDangerous ? { color: 'red.9' } : {})}
              >
                {submitLabel}
              </Button>
            )}
          </div>
        </div>
      </form>
    </Dialog>
  );
}

function useIntent<Given extends Answer>({ about, send, onDone, onClose }: Props<Given>) {
  const sentenceOf = useRefusalSentence();
  const [intent, setIntent] = useState(() => newIntent(about));
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [said, setSaid] = useState<string>();
  if (intent.about !== about) {
    setIntent(newIntent(about));
    setRefused(undefined);
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await send(intent.requestId).finally(() => setBusy(false));
    if (!answer) return;
    if (isDone(answer)) {
      const sentence = onDone?.(answer);
      if (sentence !== undefined) {
        setRefused(undefined);
        setSaid(sentence);
      } else if (!onDone) onClose();
      return;
    }
    setRefused(sentenceOf(answer as Extract<Answer, { ok: false }>));
  };
  return { isBusy, refused, said, submit };
}

function newIntent(about: string | undefined) {
  return { about, requestId: crypto.randomUUID() };
}

function isDone<Given extends Answer>(answer: Given): answer is Extract<Given, { ok: true }> {
  return answer.ok;
}
