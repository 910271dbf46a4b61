import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';

/** Somebody takes back what they consented to; nobody has to say why. */
export function WithdrawConsentDialog({
  personId,
  consentId,
  onClose,
}: {
  personId: string;
  consentId: string;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send } = useStationCommand('consent.withdraw');
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={t('consent.withdrawTitle')}
      submitLabel={t('consent.confirmWithdraw')}
      submitTestId="confirm-withdraw"
      send={(requestId) => send({ requestId, personId, consentId, reason })}
      onClose={onClose}
    >
      <p>{t('consent.withdrawText')}</p>
      <Textarea
        label={t('consent.withdrawReason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
