import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

type Reason = ChannelInput<'people.restrict'>['why'];
const reasons: readonly Reason[] = ['accuracy-disputed', 'unlawful', 'needed-for-claims', 'objection'];

/** Names who will be restricted, what that hides, and asks for the reason: none is assumed. */
export function RestrictDialog({ record, onClose }: { record: PersonRecord; onClose(): void }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { send } = useStationCommand('people.restrict');
  const [why, setWhy] = useState<Reason | ''>('');
  const { personId, details } = record;
  return (
    <CommandDialog
      size="lg"
      title={t('people.restrictTitle')}
      submitLabel={t('people.restrict')}
      isReady={why !== ''}
      about={why}
      submitTestId="confirm-restrict"
      send={async (requestId) => (why === '' ? undefined : send({ requestId, personId, why }))}
      onClose={onClose}
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
    </CommandDialog>
  );
}
