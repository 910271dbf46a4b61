import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import { Card } from '../../../ui/card.tsx';
import { Table } from '../../../ui/table.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

/** Every schedule with where it comes from. */
export function ScheduleTable({
  schedules,
  onChoose,
}: {
  schedules: readonly ShownSchedule[];
  onChoose(book: string): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Card>
      <Table>
        <thead>
          <tr>
            <th scope="col">{t('schedules.vaccination')}</th>
            <th scope="col">{t('schedules.source')}</th>
            <th scope="col">{t('schedules.version')}</th>
            <th scope="col">{t('schedules.issuedOn')}</th>
            <th scope="col">{t('schedules.confirm.title')}</th>
          </tr>
        </thead>
        <tbody>
          {schedules.map(({ book, title, source, version, issuedOn, confirmedAt }) => (
            <tr key={book}>
              <th scope="row">
                <Button
                  variant="subtle"
                  px={0}
                  onClick={() => onChoose(book)}
                  data-testid={`schedule-${book}`}
                >
                  {title[formats.language]}
                </Button>
              </th>
              <td>{source}</td>
              <td className="table-figure">{version}</td>
              <td className="table-figure">{issuedOn && formats.date(issuedOn)}</td>
              <td className="table-figure">
                {confirmedAt ? formats.date(formats.dayOf(confirmedAt)) : t('schedules.confirm.not')}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
