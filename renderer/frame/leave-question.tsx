import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { useUnsaved } from '../unsaved.tsx';

/** A scan came while something was being entered: nothing is thrown away unasked. */
export function LeaveQuestion() {
  const { t } = useTranslation();
  const { question } = useUnsaved();
  if (!question) return null;
  return (
    <Dialog opened onClose={question.stay} title={t('unsaved.title')} size="lg" withCloseButton={false}>
      <p data-testid="unsaved">{t('unsaved.text')}</p>
      <div className="desk-actions">
        <Button variant="default" onClick={question.leave} data-testid="leave-unsaved">
          {t('unsaved.leave')}
        </Button>
        <Button onClick={question.stay} data-autofocus data-testid="stay-unsaved">
          {t('unsaved.stay')}
        </Button>
      </div>
    </Dialog>
  );
}
