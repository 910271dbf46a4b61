import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AffectedDate } from '../../../contracts/ipc/schedules-contract.ts';
import { Table } from '../../../ui/table.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

/** Dates that do not fit, each with where it would be moved to or why somebody has to call, and who that is. */
export function AffectedTable({
  dates,
  onOpen,
}: {
  readonly dates: readonly AffectedDate[];
  /** The way to the record; without it the names are only read. */
  onOpen?(date: AffectedDate): void;
}) {
  const { t } = useTranslation();
  const { language, moment } = useFormats();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('schedules.affected.person')}</th>
          <th scope="col">{t('schedules.affected.date')}</th>
          <th scope="col">{t('schedules.affected.why')}</th>
          <th scope="col">{t('schedules.affected.plan')}</th>
          <th scope="col">{t('schedules.affected.contact')}</th>
        </tr>
      </thead>
      <tbody>
        {dates.map((each) => {
          const name = `${each.familyName}, ${each.givenName}`;
          return (
            <tr key={each.appointmentId}>
              <th scope="row">
                {onOpen ? (
                  <Button variant="subtle" onClick={() => onOpen(each)}>
                    {name}
                  </Button>
                ) : (
                  name
                )}
              </th>
              <td>
                {moment(each.startsAt)}, {each.product}
              </td>
              <td>{each.reason[language]}</td>
              <td>{each.plan.kind === 'move' ? moment(each.plan.startsAt) : each.plan.why[language]}</td>
              <td>{each.contact}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
