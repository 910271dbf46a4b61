import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import { Said } from '../../../ui/said.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

/** How far the moving of dates has come that the confirmation began; nothing where none was moved. */
export function ReplanningProgress({ schedule: { replanning } }: { schedule: ShownSchedule }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  if (!replanning) return null;
  const { moved, people, left, endedAt } = replanning;
  if (endedAt)
    return (
      <Said tone="done">
        <span data-testid="replanned">{t('schedules.replanning.done', { moved, at: moment(endedAt) })}</span>
      </Said>
    );
  const said = t('schedules.replanning.running', { moved });
  return (
    <div role="status" data-testid="replanning">
      {people === undefined ? t('schedules.replanning.looking') : said}
      <Progress value={people ? ((people - left) / people) * 100 : 0} aria-label={said} />
    </div>
  );
}
