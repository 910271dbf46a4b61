import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStationQuery } from '../../station-context.tsx';
import { AffectedTable } from './affected-table.tsx';

/** The dates to come that do not fit this schedule, each with the reason and the way to the person. */
export function AffectedCard({ book }: { book: string }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('schedules.affected-dates', { book }, ['appointments', 'desk', 'people']);
  if (!data) return null;
  if (!data.ok)
    return (
      <Card title={t('schedules.affected.title')}>
        <Said tone="fault">{sentenceOf(data)}</Said>
      </Card>
    );
  const { dates, affected, notNamed, shown } = data.value;
  const hidden = affected - notNamed - shown.length;
  return (
    <Card title={t('schedules.affected.title')} testId="affected-dates">
      <p>{t('schedules.affected.count', { affected, dates })}</p>
      {affected > 0 && <p className="station-dim">{t('schedules.affected.way')}</p>}
      {shown.length > 0 && (
        <AffectedTable dates={shown} onOpen={({ personId }) => go({ screen: 'people', personId })} />
      )}
      {notNamed > 0 && <p>{t('schedules.affected.notNamed', { count: notNamed })}</p>}
      {hidden > 0 && <p>{t('schedules.affected.more', { count: hidden })}</p>}
    </Card>
  );
}
