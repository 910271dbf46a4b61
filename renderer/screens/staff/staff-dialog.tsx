import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';

/** One change of the staff: what is to be entered, what was refused, one button. `send` gets the intent's id. */
export function StaffDialog({
  title,
  submitLabel,
  isDangerous = false,
  send,
  onClose,
  children,
}: {
  title: string;
  submitLabel: string;
  isDangerous?: boolean;
  send(requestId: string): Promise<Answer>;
  onClose(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const [requestId] = useState(() => crypto.randomUUID());
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await send(requestId);
    setBusy(false);
    if (answer.ok) onClose();
    else setRefused(sentenceOf(answer));
  };
  return (
    <Dialog opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form className="staff-form" onSubmit={(event) => void submit(event)}>
        {children}
        {refused && <p role="alert">{refused}</p>}
        <div className="staff-form-actions">
          <Button variant="default" size="md" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" size="md" loading={isBusy} {...(isDangerous ? { color: 'red.9' } : {})}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
