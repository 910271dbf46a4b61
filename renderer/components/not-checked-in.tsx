import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A step before a dose belongs to a visit: somebody who is not checked in goes there first. */
export function NotCheckedIn({ sentence, onLeave }: { sentence: string; onLeave(): void }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="desk-refusal" role="alert">
        <span>{sentence}</span>
      </p>
      <div className="desk-actions">
        <Button variant="default" size="md" onClick={onLeave} data-autofocus>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
