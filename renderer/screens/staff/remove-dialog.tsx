import { useTranslation } from 'react-i18next';
import { useStationCommand } from '../../station-context.tsx';
import type { Member } from './member.ts';
import { StaffDialog } from './staff-dialog.tsx';

export function RemoveDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('staff.remove');
  return (
    <StaffDialog
      title={t('staff.removeOf', { name: member.name })}
      submitLabel={t('staff.removeConfirm')}
      isDangerous
      send={(requestId) => send({ requestId, staffId: member.staffId })}
      onClose={onClose}
    >
      <p>{t('staff.removeText')}</p>
    </StaffDialog>
  );
}
