import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';
import { GivenPin } from './given-pin.tsx';
import type { Member } from './member.ts';

export function SetPinDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('staff.set-pin');
  const [pin, setPin] = useState('');
  return (
    <CommandDialog
      size="lg"
      title={t('staff.setPinOf', { name: member.name })}
      submitLabel={t('staff.save')}
      send={(requestId) => send({ requestId, staffId: member.staffId, pin })}
      onClose={onClose}
    >
      <p>{t('staff.setPinText')}</p>
      <GivenPin label={t('staff.setPin')} pin={pin} onChange={setPin} />
    </CommandDialog>
  );
}
