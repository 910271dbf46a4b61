import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';
import type { Member } from './member.ts';

export function RemoveDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('staff.remove');
  return (
    <CommandDialog
      size="lg"
      title={t('staff.removeOf', { name: member.name })}
      submitLabel={t('staff.removeConfirm')}
      isDangerous
      send={(requestId) => send({ requestId, staffId: member.staffId })}
      onClose={onClose}
    >
      <p>{t('staff.removeText')}</p>
    </CommandDialog>
  );
}
