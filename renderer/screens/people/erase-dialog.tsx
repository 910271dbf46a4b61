import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { foldName } from '../../../domain/people/search-key.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStationCommand } from '../../station-context.tsx';

/** Nothing brings an erased person back: the family name is typed before, and what will happen is said first. */
export function EraseDialog({ record, onClose }: { record: PersonRecord; onClose(): void }) {
  const { t } = useTranslation();
  const { date, today } = useFormats();
  const { go } = useNavigation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('people.erase');
  const [requestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const { keptUntil, details } = record;
  const name = details.familyName || details.givenName;
  const isWaiting = keptUntil !== undefined && keptUntil > today();
  const isConfirmed = foldName(typed) === foldName(name) && typed.trim() !== '';
  const confirm = async () => {
    const answer = await send({ requestId, personId: record.personId });
    if (!answer.ok) return setFailed(answer);
    onClose();
    if (answer.value.outcome === 'erased') go({ screen: 'people' });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('people.eraseTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{isWaiting ? t('people.eraseLater', { date: date(keptUntil) }) : t('people.eraseNow')}</p>
      {record.linked.length > 0 && <p>{t('people.eraseLinked', { count: record.linked.length })}</p>}
      <TextInput
        label={t('people.eraseConfirm', { name })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
        data-testid="erase-name"
      />
      {failed && <p role="alert">{sentenceOf(failed)}</p>}
      <div className="people-actions">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          color="red.9"
          disabled={!isConfirmed}
          loading={isBusy}
          onClick={() => void confirm()}
          data-testid="confirm-erase"
        >
          {t(isWaiting ? 'people.eraseLaterConfirm' : 'people.eraseNowConfirm')}
        </Button>
      </div>
    </Modal>
  );
}
