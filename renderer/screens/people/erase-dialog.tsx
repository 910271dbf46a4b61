import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { foldName } from '../../../domain/people/search-key.ts';
import { FourEyesDialog } from '../../components/four-eyes-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStationCommand } from '../../station-context.tsx';

/** Nothing brings an erased person back: what will be lost is said, the name is typed, and a second person agrees. */
export function EraseDialog({ record, onClose }: { record: PersonRecord; onClose(): void }) {
  const { t } = useTranslation();
  const { date, today } = useFormats();
  const { go } = useNavigation();
  const { send } = useStationCommand('people.erase');
  const [typed, setTyped] = useState('');
  const { keptUntil, details } = record;
  const name = details.familyName || details.givenName;
  const isWaiting = keptUntil !== undefined && keptUntil > today();
  const isConfirmed = foldName(typed) === foldName(name) && typed.trim() !== '';
  const doses = record.doses.filter(({ isVoided }) => !isVoided).length;
  return (
    <FourEyesDialog
      channel="people.erase"
      title={t('people.eraseTitle')}
      label={t(isWaiting ? 'people.eraseLaterConfirm' : 'people.eraseNowConfirm')}
      testId="confirm-erase"
      isReady={isConfirmed}
      send={(agreed) => send({ ...agreed, personId: record.personId })}
      onDone={({ value }) => {
        onClose();
        if (value.outcome === 'erased') go({ screen: 'people' });
      }}
      onClose={onClose}
    >
      <p>
        <strong>
          <bdi>{[details.givenName, details.familyName].filter((part) => part !== '').join(' ')}</bdi>
        </strong>
        {`, ${t('person.born', { date: date(details.birthDate) })}`}
      </p>
      <p data-testid="erase-loss">
        {doses === 0
          ? t('people.eraseLossNoDose')
          : t('people.eraseLoss', { doses: t('people.knownDoses', { count: doses }) })}
      </p>
      <p>{isWaiting ? t('people.eraseLater', { date: date(keptUntil) }) : t('people.eraseNow')}</p>
      <p>{t('people.eraseNumbers')}</p>
      {record.linked.length > 0 && <p>{t('people.eraseLinked', { count: record.linked.length })}</p>}
      <TextInput
        label={t('people.eraseConfirm', { name })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
        data-testid="erase-name"
      />
    </FourEyesDialog>
  );
}
