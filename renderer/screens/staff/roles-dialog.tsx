import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';
import type { Member } from './member.ts';
import { RoleChoice } from './role-choice.tsx';

export function RolesDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('staff.change-roles');
  const [chosen, setChosen] = useState(member.roles);
  return (
    <CommandDialog
      size="lg"
      title={t('staff.rolesOf', { name: member.name })}
      submitLabel={t('staff.save')}
      send={(requestId) => send({ requestId, staffId: member.staffId, roles: chosen })}
      onClose={onClose}
    >
      <RoleChoice chosen={chosen} onChange={setChosen} />
    </CommandDialog>
  );
}
