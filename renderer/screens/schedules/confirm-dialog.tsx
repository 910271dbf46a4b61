import { useTranslation } from 'react-i18next';
import type { ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import { mayConfirmSchedules } from '../../../domain/schedules/who-may.ts';
import { FourEyesDialog } from '../../components/four-eyes-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

/** What is confirmed, how many dates do not fit it, and the step: a doctor's own, or with one as the second person. */
export function ConfirmDialog({ schedule, onClose }: { schedule: ShownSchedule; onClose(): void }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { book, version, source, issuedOn } = schedule;
  const { data } = useStationQuery('schedules.affected-dates', { book }, ['appointments', 'desk', 'people']);
  const isDoctor = useMay(mayConfirmSchedules);
  const alone = useStationCommand('schedules.activate');
  const together = useStationCommand('schedules.activate-with-doctor');
  return (
    <FourEyesDialog
      channel="schedules.activate-with-doctor"
      title={t('schedules.confirm.open-dialog')}
      label={t('schedules.confirm.button')}
      testId="confirm-schedule"
      isReady={data?.ok === true}
      isAlone={isDoctor}
      isDangerous={false}
      send={({ requestId, secondSignIn }) =>
        isDoctor
          ? alone.send({ requestId, book, version })
          : together.send({ requestId, book, version, secondSignIn })
      }
      onDone={onClose}
      onClose={onClose}
    >
      <p>
        {source}
        {issuedOn && `, ${date(issuedOn)}`} ({t('schedules.version')} {version})
      </p>
      {data?.ok && (
        <p data-testid="confirm-affected">
          {t('schedules.affected.count', { affected: data.value.affected, dates: data.value.dates })}{' '}
          {t('schedules.confirm.consequence')}
        </p>
      )}
    </FourEyesDialog>
  );
}
