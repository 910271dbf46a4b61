import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../../../ui/date-input.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

/** A dose as it is typed; `key` tells it from the others while rows come and go. */
export interface TypedDose {
  readonly key: string;
  readonly on: string;
  readonly product: string;
}

/** More rows the station does not take. */
const MOST_DOSES = 50;

/** The doses of a history, one row each. */
export function TypedDoses({
  doses,
  products,
  onChange,
}: {
  doses: readonly TypedDose[];
  products: readonly { readonly code: string; readonly name: string }[];
  onChange(doses: readonly TypedDose[]): void;
}) {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const change = (key: string, more: Partial<TypedDose>) =>
    onChange(doses.map((dose) => (dose.key === key ? { ...dose, ...more } : dose)));
  const add = () =>
    onChange([
      ...doses,
      { key: crypto.randomUUID(), on: '', product: doses.at(-1)?.product ?? products[0]?.code ?? '' },
    ]);
  return (
    <>
      {doses.map(({ key, on, product }, place) => {
        const number = place + 1;
        return (
          <div className="schedules-row" key={key}>
            <DateInput
              language={language}
              today={today()}
              label={t('schedules.try.date', { number })}
              isPast
              value={on}
              onChange={(day) => change(key, { on: day })}
              data-testid={`try-date-${number}`}
            />
            <NativeSelect
              label={t('schedules.try.product', { number })}
              value={product}
              data={products.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={({ currentTarget }) => change(key, { product: currentTarget.value })}
              data-testid={`try-product-${number}`}
            />
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('schedules.try.remove', { number })}
              onClick={() => onChange(doses.filter((dose) => dose.key !== key))}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      {doses.length < MOST_DOSES && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={add}
          data-testid="try-add"
        >
          {t('schedules.try.add')}
        </Button>
      )}
    </>
  );
}
