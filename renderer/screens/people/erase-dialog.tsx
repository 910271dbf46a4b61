import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { foldName } from '../../../domain/people/search-key.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { GraveStepActions } from '../../components/grave-step-actions.tsx';
import { isComplete, nobodyYet, type SecondEntry, SecondSignIn } from '../../components/second-sign-in.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { usePinRefusal } from '../../session/use-pin-refusal.ts';
import { useStationCommand } from '../../station-context.tsx';

/** Nothing brings an erased person back: what will be lost is said, the name is typed, and a second person agrees. */
export function EraseDialog({ record, onClose }: { record: PersonRecord; onClose(): void }) {
  const { t } = useTranslation();
  const { date, today } = useFormats();
  const { go } = useNavigation();
  const { send, isBusy } = useStationCommand('people.erase');
  const [requestId] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const [second, setSecond] = useState<SecondEntry>(nobodyYet);
  const { sentence, say } = usePinRefusal();
  const { keptUntil, details } = record;
  const name = details.familyName || details.givenName;
  const isWaiting = keptUntil !== undefined && keptUntil > today();
  const isConfirmed = foldName(typed) === foldName(name) && typed.trim() !== '';
  const doses = record.doses.filter(({ isVoided }) => !isVoided).length;
  const isReady = isConfirmed && isComplete(second);
  const confirm = async () => {
    const answer = await send({ requestId, personId: record.personId, secondSignIn: second });
    if (!answer.ok) {
      setSecond({ ...second, pin: '' });
      return say(answer);
    }
    onClose();
    if (answer.value.outcome === 'erased') go({ screen: 'people' });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('people.eraseTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
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
      {record.linked.length > 0 && <p>{t('people.eraseLinked', { count: record.linked.length })}</p>}
      <TextInput
        label={t('people.eraseConfirm', { name })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
        data-testid="erase-name"
      />
      <SecondSignIn
        channel="people.erase"
        entry={second}
        onChange={setSecond}
        onEnter={isReady && !isBusy ? () => void confirm() : undefined}
      />
      <GraveStepActions
        sentence={sentence}
        label={t(isWaiting ? 'people.eraseLaterConfirm' : 'people.eraseNowConfirm')}
        isBusy={isBusy}
        isReady={isReady}
        testId="confirm-erase"
        onConfirm={() => void confirm()}
        onClose={onClose}
      />
    </Dialog>
  );
}
