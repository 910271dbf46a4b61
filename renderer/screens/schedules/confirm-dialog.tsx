import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AffectedDate, ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import { mayConfirmSchedules } from '../../../domain/schedules/who-may.ts';
import { Said } from '../../../ui/said.tsx';
import { FourEyesDialog } from '../../components/four-eyes-dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';
import { AffectedTable } from './affected-table.tsx';

/**
 * What is confirmed, which dates do not fit it and what would become of them, and the step: a doctor's own, or with one
 * as the second person. Where dates can be moved somebody says whether they are.
 */
export function ConfirmDialog({ schedule, onClose }: { schedule: ShownSchedule; onClose(): void }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { book, version, source, issuedOn } = schedule;
  const { data } = useStationQuery('schedules.affected-dates', { book }, ['appointments', 'desk', 'people']);
  const counted = useStationQuery('schedules.affected-passes', { book }, ['passes', 'people', 'desk']).data;
  const isDoctor = useMay(mayConfirmSchedules);
  const alone = useStationCommand('schedules.activate');
  const together = useStationCommand('schedules.activate-with-doctor');
  const [chosen, setChosen] = useState<'move' | 'stay'>();
  const found = data?.ok ? data.value : undefined;
  const refused = [data, counted].find((answer) => answer?.ok === false);
  const mayMove = found !== undefined && found.movable > 0;
  const dates = mayMove ? (chosen ?? 'stay') : 'stay';
  return (
    <FourEyesDialog
      channel="schedules.activate-with-doctor"
      title={t('schedules.confirm.open-dialog')}
      label={
        found && dates === 'move'
          ? t('schedules.confirm.buttonMove', { count: found.movable })
          : t('schedules.confirm.button')
      }
      testId="confirm-schedule"
      size="xl"
      isReady={found !== undefined && counted?.ok === true && (!mayMove || chosen !== undefined)}
      isAlone={isDoctor}
      isDangerous={false}
      send={({ requestId, secondSignIn }) =>
        isDoctor
          ? alone.send({ requestId, book, version, dates })
          : together.send({ requestId, book, version, dates, secondSignIn })
      }
      onDone={onClose}
      onClose={onClose}
    >
      <p>
        {source}
        {issuedOn && `, ${date(issuedOn)}`} ({t('schedules.version')} {version})
      </p>
      {refused ? (
        <Said tone="fault">{sentenceOf(refused)}</Said>
      ) : (
        !found && <p role="status">{t('schedules.confirm.looking')}</p>
      )}
      {found && (
        <p data-testid="confirm-affected">
          {t('schedules.affected.count', { affected: found.affected, dates: found.dates })}{' '}
          {found.affected > 0 &&
            t('schedules.confirm.split', { move: found.movable, call: found.affected - found.movable })}
        </p>
      )}
      {counted?.ok && (
        <p data-testid="confirm-passes">{t('schedules.confirm.passes', { count: counted.value.passes })}</p>
      )}
      {mayMove && (
        <Radio.Group
          label={t('schedules.confirm.question')}
          value={chosen ?? null}
          onChange={(value) => setChosen(value === 'move' ? 'move' : 'stay')}
        >
          <Stack gap="xs" my="xs">
            <Radio
              value="move"
              label={t('schedules.confirm.move', { count: found.movable })}
              description={t('schedules.confirm.moveAbout')}
              data-testid="dates-move"
            />
            <Radio
              value="stay"
              label={t('schedules.confirm.stay')}
              description={t('schedules.confirm.stayAbout')}
              data-testid="dates-stay"
            />
          </Stack>
        </Radio.Group>
      )}
      {found && found.shown.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled has to be reached by keys
        <section className="schedules-affected" aria-label={t('schedules.affected.title')} tabIndex={0}>
          <AffectedTable dates={movesFirst(found.shown)} />
        </section>
      )}
    </FourEyesDialog>
  );
}

/** What is about to be done, then what is left to somebody who calls. */
function movesFirst(dates: readonly AffectedDate[]): AffectedDate[] {
  return dates.toSorted(
    ({ plan: one }, { plan: other }) => Number(other.kind === 'move') - Number(one.kind === 'move'),
  );
}
