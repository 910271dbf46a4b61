import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { Said } from '../../../ui/said.tsx';
import { Table } from '../../../ui/table.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStationQuery } from '../../station-context.tsx';

/** The dates to come that do not fit this schedule, each with the reason and the way to the person. */
export function AffectedCard({ book }: { book: string }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const { language, moment } = useFormats();
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
        <Table>
          <thead>
            <tr>
              <th scope="col">{t('schedules.affected.person')}</th>
              <th scope="col">{t('schedules.affected.date')}</th>
              <th scope="col">{t('schedules.affected.why')}</th>
              <th scope="col">{t('schedules.affected.contact')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.appointmentId}>
                <th scope="row">
                  <Button variant="subtle" onClick={() => go({ screen: 'people', personId: each.personId })}>
                    {each.familyName}, {each.givenName}
                  </Button>
                </th>
                <td>
                  {moment(each.startsAt)}, {each.product}
                </td>
                <td>{each.reason[language]}</td>
                <td>{each.contact}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {notNamed > 0 && <p>{t('schedules.affected.notNamed', { count: notNamed })}</p>}
      {hidden > 0 && <p>{t('schedules.affected.more', { count: hidden })}</p>}
    </Card>
  );
}
