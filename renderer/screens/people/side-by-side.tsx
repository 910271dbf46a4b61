import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { Table } from '../../../ui/table.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useDatesOf } from '../appointments/use-dates.ts';
import { useDetailRows } from './use-detail-rows.ts';

/** Two records line by line: what differs stands out, doses and dates are told by their days. */
export function SideBySide({ one, other }: { one: PersonRecord; other: PersonRecord }) {
  const { t } = useTranslation();
  const rows = useDetailRows();
  const [left, right] = [rows(one.details), rows(other.details)];
  const names = [...new Map([...left, ...right].map(({ name, label }) => [name, label]))];
  const valueIn = (side: typeof left, name: string) => side.find((row) => row.name === name)?.value ?? '–';
  return (
    <Table className="people-compare" data-testid="side-by-side">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('people.thisRecord')}</th>
          <th scope="col">{t('people.otherRecord')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map(([name, label]) => (
          <tr key={name} data-differs={valueIn(left, name) !== valueIn(right, name)}>
            <th scope="row">{label}</th>
            <td>
              <bdi>{valueIn(left, name)}</bdi>
            </td>
            <td>
              <bdi>{valueIn(right, name)}</bdi>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('person.given')}</th>
          <GivenDays record={one} />
          <GivenDays record={other} />
        </tr>
        <tr>
          <th scope="row">{t('dates.title')}</th>
          <BookedDays record={one} />
          <BookedDays record={other} />
        </tr>
      </tbody>
    </Table>
  );
}

function GivenDays({ record }: { record: PersonRecord }) {
  const { date } = useFormats();
  return <Days days={record.doses.filter((dose) => !dose.isVoided).map(({ givenOn }) => date(givenOn))} />;
}

function BookedDays({ record }: { record: PersonRecord }) {
  const { date } = useFormats();
  const dates = useDatesOf(record.personId, record.status !== 'restricted')?.dates ?? [];
  return <Days days={dates.filter(({ status }) => status !== 'cancelled').map(({ day }) => date(day))} />;
}

function Days({ days }: { days: readonly string[] }) {
  return <td>{days.length === 0 ? '–' : days.join(', ')}</td>;
}
