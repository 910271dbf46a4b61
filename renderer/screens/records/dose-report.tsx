import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PlainDate, parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { firstPress } from '../../../ui/first-press.ts';
import { Said } from '../../../ui/said.tsx';
import { Table } from '../../../ui/table.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { useFile } from './use-file.ts';

/** What was given in a period, by day, product, lot, ordinal and age group; today to begin with. */
export function DoseReport() {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const { take, isBusy, fault } = useFile('records.dose-report-file');
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState<string>(today);
  const [first, last] = [parsePlainDate(from), parsePlainDate(to)];
  const period = first && last ? { from: first, to: last } : undefined;
  const field = { language, today: today() };
  return (
    <Card title={t('records.doseReport')}>
      <div className="records-row">
        <DateInput {...field} isPast label={t('records.from')} value={from} onChange={setFrom} />
        <DateInput {...field} isPast label={t('records.to')} value={to} onChange={setTo} />
        <Button
          variant="default"
          disabled={!period}
          loading={isBusy}
          onClick={firstPress(() => void (period && take({ ...period, language })))}
          data-testid="save-dose-report"
        >
          {t('records.save')}
        </Button>
      </div>
      {fault && <Said tone="fault">{fault}</Said>}
      {period && <ReportTable {...period} />}
    </Card>
  );
}

function ReportTable({ from, to }: { from: PlainDate; to: PlainDate }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('records.dose-report', { from, to }, ['desk', 'people']);
  if (!data) return null;
  if (!data.ok) return <Said tone="fault">{sentenceOf(data)}</Said>;
  const { rows } = data.value;
  if (rows.length === 0) return <p className="station-dim">{t('records.none')}</p>;
  return (
    <Table data-testid="dose-report">
      <caption>{t('records.total', { count: rows.reduce((sum, { doses }) => sum + doses, 0) })}</caption>
      <thead>
        <tr>
          {(['day', 'product', 'lot', 'ordinal', 'ageGroup', 'doses'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`records.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={[row.day, row.productId, row.lot, row.ordinal, row.ageGroup].join('|')}>
            <td>{date(row.day)}</td>
            <td>{row.product}</td>
            <td>{row.lot}</td>
            <td>{row.ordinal}</td>
            <td>
              {row.ageGroup === 'unknown' ? t('records.years.unknown') : row.ageGroup.replace('-', '–')}
            </td>
            <td>{row.doses}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
