import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { OwnPinForm } from './own-pin-form.tsx';

/** A new PIN of one's own, for anybody who is signed in. */
export function OwnPinDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [isDone, setDone] = useState(false);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('staff.ownPin')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {isDone ? <p role="status">{t('staff.ownPinDone')}</p> : <OwnPinForm onDone={() => setDone(true)} />}
    </Dialog>
  );
}
