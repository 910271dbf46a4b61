import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';
import type { Member } from './member.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { SetPinDialog } from './set-pin-dialog.tsx';

type Dialog = 'roles' | 'pin' | 'remove';

/** What a site lead may do with one member; nothing with themselves. */
export function MemberActions({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  if (member.isRemoved) return null;
  return (
    <div className="staff-actions">
      {member.isLocked && <UnlockButton member={member} />}
      {!isSelf && (
        <>
          <Action label={t('staff.changeRoles')} onClick={() => setDialog('roles')} />
          <Action label={t('staff.setPin')} onClick={() => setDialog('pin')} />
          <Action label={t('staff.remove')} onClick={() => setDialog('remove')} />
        </>
      )}
      {dialog === 'roles' && <RolesDialog member={member} onClose={close} />}
      {dialog === 'pin' && <SetPinDialog member={member} onClose={close} />}
      {dialog === 'remove' && <RemoveDialog member={member} onClose={close} />}
    </div>
  );
}

function Action({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Button size="compact-md" variant="light" onClick={onClick}>
      {label}
    </Button>
  );
}

function UnlockButton({ member }: { member: Member }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('staff.unlock');
  const [failed, setFailed] = useState<string>();
  const unlock = async () => {
    const answer = await send({ requestId: crypto.randomUUID(), staffId: member.staffId });
    if (!answer.ok) setFailed(sentenceOf(answer));
  };
  return (
    <>
      <Button size="compact-md" loading={isBusy} onClick={() => void unlock()}>
        {t('staff.unlock')}
      </Button>
      {failed && <span role="alert">{failed}</span>}
    </>
  );
}
