import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import { mayConfirmSchedules, mayHaveSchedulesConfirmed } from '../../../domain/schedules/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { Said } from '../../../ui/said.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ReplanningProgress } from './replanning-progress.tsx';

/** Whether a doctor confirmed this version for the centre, and the step itself. */
export function ConfirmationCard({ schedule }: { schedule: ShownSchedule }) {
  const { t } = useTranslation();
  const { language, moment } = useFormats();
  const mayConfirm = useMay([...mayConfirmSchedules, ...mayHaveSchedulesConfirmed]);
  const [isOpen, setOpen] = useState(false);
  const { confirmedAt, confirmedInstead, version } = schedule;
  return (
    <Card title={t('schedules.confirm.card')} testId="schedule-confirmation">
      {confirmedAt ? (
        <Said tone="done">{t('schedules.confirm.done', { version, at: moment(confirmedAt) })}</Said>
      ) : (
        <>
          <Said tone="warning">{t('schedules.confirm.open', { version })}</Said>
          {confirmedInstead && (
            <p>
              {t('schedules.confirm.instead', {
                title: confirmedInstead.title[language],
                version: confirmedInstead.version,
              })}
            </p>
          )}
          {mayConfirm && (
            <Button mt={12} onClick={() => setOpen(true)} data-testid="open-confirm-schedule">
              {t('schedules.confirm.open-dialog')}
            </Button>
          )}
        </>
      )}
      {confirmedAt && <ReplanningProgress schedule={schedule} />}
      {isOpen && <ConfirmDialog schedule={schedule} onClose={() => setOpen(false)} />}
    </Card>
  );
}
