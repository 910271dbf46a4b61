import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { Card } from '../../../ui/card.tsx';
import { Table } from '../../../ui/table.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery, useStationStatus } from '../../station-context.tsx';

/** Who imported what, the latest first. */
export function PastImports() {
  const { t } = useTranslation();
  const { date, clock } = useFormats();
  const zone = useStationStatus()?.timeZone ?? 'Europe/Berlin';
  const sentence = useRefusalSentence();
  const { data } = useStationQuery('import.runs', {}, ['import']);
  return (
    <Card title={t('import.past')}>
      {!data && <Skeleton height={48} />}
      {data && !data.ok && <p role="alert">{sentence(data)}</p>}
      {data?.ok && data.value.runs.length === 0 && <p className="station-dim">{t('import.pastEmpty')}</p>}
      {data?.ok && data.value.runs.length > 0 && (
        <Table className="import-table" data-testid="import-past">
          <thead>
            <tr>
              <th scope="col">{t('import.when')}</th>
              <th scope="col">{t('import.who')}</th>
              <th scope="col">{t('import.what')}</th>
            </tr>
          </thead>
          <tbody>
            {data.value.runs.map((run) => (
              <tr key={run.importId}>
                <td>
                  {date(plainDateAt(run.finishedAt, zone))} {clock(run.finishedAt)}
                </td>
                <td>
                  <bdi>{run.by ?? t('people.byStation')}</bdi>
                </td>
                <td>
                  {run.format.toUpperCase()}:{' '}
                  {run.state === 'done' ? t('import.pastDone', { ...run.counts }) : t('import.pastTakenBack')}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
