import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../domain/staff/roles.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';
import { GivenPin } from './given-pin.tsx';
import { RoleChoice } from './role-choice.tsx';

export function AddStaffDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('staff.add');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Role[]>(['reception']);
  const [pin, setPin] = useState('');
  return (
    <CommandDialog
      size="lg"
      title={t('staff.add')}
      submitLabel={t('staff.save')}
      send={(requestId) => send({ requestId, name, roles: chosen, pin })}
      onClose={onClose}
    >
      <TextInput
        label={t('signIn.name')}
        value={name}
        maxLength={80}
        required
        autoComplete="off"
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RoleChoice chosen={chosen} onChange={setChosen} />
      <GivenPin label={t('staff.firstPin')} pin={pin} onChange={setPin} />
      <p className="station-dim">{t('staff.addText')}</p>
    </CommandDialog>
  );
}
