import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';

interface OfConsent {
  readonly personId: string;
  readonly consentId: string;
}

/** The press by which somebody takes back what they consented to, and the dialog that it opens. */
export function WithdrawConsent({ variant, ...of }: OfConsent & { variant: 'subtle' | 'light' }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant={variant} size="compact-md" onClick={() => setOpen(true)}>
        {t('consent.withdraw')}
      </Button>
      {isOpen && <WithdrawDialog {...of} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Nobody has to say why. */
function WithdrawDialog({ personId, consentId, onClose }: OfConsent & { onClose(): void }) {
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
