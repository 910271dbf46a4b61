import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

type Reason = ChannelInput<'people.restrict'>['why'];
const reasons: readonly Reason[] = ['accuracy-disputed', 'unlawful', 'needed-for-claims', 'objection'];

/** Names who will be restricted, what that hides, and asks for the reason: none is assumed. */
export function RestrictDialog({ record, onClose }: { record: PersonRecord; onClose(): void }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('people.restrict');
  const [requestId] = useState(() => crypto.randomUUID());
  const [why, setWhy] = useState<Reason | ''>('');
  const [failed, setFailed] = useState<Extract<Answer, { ok: false }>>();
  const { personId, details } = record;
  const confirm = async () => {
    if (why === '') return;
    const answer = await send({ requestId, personId, why });
    if (answer.ok) onClose();
    else setFailed(answer);
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('people.restrictTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>
        <strong>
          <bdi>{[details.givenName, details.familyName].filter((name) => name !== '').join(' ')}</bdi>
        </strong>
        {`, ${t('person.born', { date: date(details.birthDate) })}`}
      </p>
      <p>{t('people.restrictWhat')}</p>
      <NativeSelect
        label={t('people.restrictWhy')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value as Reason | '')}
        data={[
          { value: '', label: t('people.chooseReason') },
          ...reasons.map((value) => ({ value, label: t(`people.restrictReasons.${value}`) })),
        ]}
        data-autofocus
        data-testid="restrict-why"
      />
      {failed && <p role="alert">{sentenceOf(failed)}</p>}
      <div className="people-actions">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          loading={isBusy}
          disabled={why === ''}
          onClick={() => void confirm()}
          data-testid="confirm-restrict"
        >
          {t('people.restrict')}
        </Button>
      </div>
    </Dialog>
  );
}
