import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { OutboxEntry } from '../../../contracts/ipc/outbox-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStation } from '../../station-context.tsx';

/** A message is taken off the list only with a reason. */
export function DiscardDialog({ item, onClose }: { item: OutboxEntry; onClose(): void }) {
  const { t } = useTranslation();
  const station = useStation();
  const sentenceOf = useRefusalSentence();
  const [requestId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await station.ask('outbox.discard', { requestId, itemId: item.itemId, reason });
    if (answer.ok) onClose();
    else setFailed(answer);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('outbox.discardTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(event) => void confirm(event)}>
        <p>{t('outbox.discardText')}</p>
        <TextInput
          label={t('outbox.reason')}
          value={reason}
          maxLength={200}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {failed && <p role="alert">{sentenceOf(failed)}</p>}
        <div className="outbox-actions">
          <Button variant="default" mt="md" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" color="red.9" mt="md" disabled={reason.trim().length < 3}>
            {t('outbox.discard')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
