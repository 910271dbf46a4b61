import './schedules.css';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { AffectedCard } from './affected-card.tsx';
import { ConfirmationCard } from './confirmation-card.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import { ScheduleView } from './schedule-view.tsx';
import { TryHistory } from './try-history.tsx';

/** The schedules that come with the product: the list, and one of them with a history to try on it. */
export function SchedulesScreen(): ReactElement {
  const { t } = useTranslation();
  const { language } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('schedules.list', {}, ['products']);
  const [chosen, setChosen] = useState<string>();
  const schedules = data?.ok ? data.value.schedules : [];
  const schedule = schedules.find(({ book }) => book === chosen);
  if (schedule)
    return (
      <Page
        title={schedule.title[language]}
        back={{ name: t('schedules.title'), onBack: () => setChosen(undefined) }}
        testId="schedule"
      >
        <ConfirmationCard schedule={schedule} />
        <ScheduleView schedule={schedule} />
        <TryHistory schedule={schedule} />
        <AffectedCard book={schedule.book} />
      </Page>
    );
  return (
    <Page title={t('schedules.title')} about={t('schedules.about')} testId="schedules">
      {data && !data.ok && <Said tone="fault">{sentenceOf(data)}</Said>}
      <ScheduleTable schedules={schedules} onChoose={setChosen} />
    </Page>
  );
}
