import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CsvChoiceView } from '../../../contracts/ipc/import-contract.ts';
import { separators } from '../../../domain/import/detect-separator.ts';
import { encodings } from '../../../domain/import/encodings.ts';
import { fieldNames } from '../../../domain/import/field-names.ts';
import { type ImportField, importFields } from '../../../domain/import/import-fields.ts';
import { Card } from '../../../ui/card.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { useActiveVaccines } from '../../components/use-active-vaccines.ts';
import { VaccineSelect } from '../../components/vaccine-select.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import type { FileLook, useFileLook } from './use-file-look.ts';

type OnColumns = ReturnType<typeof useFileLook>['changeColumns'];

/** How the file is read, as guessed, to be set otherwise by hand. */
export function ReadingOptions({
  look,
  onChange,
  onColumns,
}: {
  look: FileLook;
  onChange(part: CsvChoiceView): void;
  onColumns: OnColumns;
}) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { plan, otherReadings = [] } = look;
  const vaccines = useActiveVaccines();
  return (
    <Card title={t('import.how')}>
      <div className="import-options">
        <NativeSelect
          label={t('import.encoding')}
          value={plan.encoding}
          data={encodings.map((encoding) => ({
            value: encoding,
            label: t(`import.encodings.${encoding}`),
          }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ encoding: encodings.find((each) => each === value) })
          }
        />
        <NativeSelect
          label={t('import.separator')}
          value={plan.separator}
          data={separators.map((separator) => ({
            value: separator,
            label: t(`import.separators.${separator}`),
          }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ separator: separators.find((each) => each === value) })
          }
        />
        <NativeSelect
          label={t('import.dateOrder')}
          value={plan.dateOrder}
          data={(['day-first', 'month-first'] as const).map((order) => ({
            value: order,
            label: t(`import.dateOrders.${order}`),
          }))}
          onChange={({ currentTarget: { value } }) =>
            onChange({ dateOrder: value === 'month-first' ? 'month-first' : 'day-first' })
          }
        />
        <VaccineSelect
          vaccines={vaccines}
          value={plan.productId ?? vaccines[0]?.productId}
          onChange={(productId) => onChange({ productId })}
        />
        <NumberInput
          label={t('import.titleRows')}
          min={0}
          max={1000}
          language={language}
          value={plan.titleRows}
          onChange={(rows) => {
            if (rows !== '') onChange({ titleRows: rows });
          }}
        />
        <Checkbox
          label={t('import.hasHeader')}
          checked={plan.hasHeader}
          onChange={({ currentTarget: { checked } }) => onChange({ hasHeader: checked })}
        />
      </div>
      {otherReadings.length > 0 && (
        <div className="import-readings" data-testid="other-readings">
          <Said tone="warning">{t('import.otherReadings', { here: otherReadings[0]?.here ?? '' })}</Said>
          {otherReadings.map(({ encoding, there }) => (
            <Button key={encoding} size="compact-sm" variant="default" onClick={() => onChange({ encoding })}>
              {t('import.readAs', { there, encoding: t(`import.encodings.${encoding}`) })}
            </Button>
          ))}
        </div>
      )}
      <ColumnMapping look={look} onColumns={onColumns} />
    </Card>
  );
}

function ColumnMapping({ look, onColumns }: { look: FileLook; onColumns: OnColumns }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { columns } = look.plan;
  const fields = [
    { value: '', label: t('import.ignored') },
    ...importFields.map((field) => ({ value: field as string, label: fieldNames[field][language] })),
  ];
  const choose = (index: number, value: string) => {
    const field: ImportField | undefined = importFields.find((each) => each === value);
    // A field stands in one column: choosing it here takes it away there.
    onColumns((before) =>
      before.map((known, at) => (at === index ? (field ?? null) : known === field ? null : known)),
    );
  };
  return (
    <>
      <h4>{t('import.columns')}</h4>
      <ul className="import-columns">
        {columns.map((field, index) => {
          const name = look.header[index]?.trim() || t('import.column', { number: index + 1 });
          const example = look.rows.map(({ cells }) => cells[index]?.trim()).find((cell) => cell);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <li key={index}>
              <NativeSelect
                label={name}
                description={example ? t('import.example', { text: example.slice(0, 40) }) : ' '}
                value={field ?? ''}
                data={fields}
                onChange={({ currentTarget: { value } }) => choose(index, value)}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
