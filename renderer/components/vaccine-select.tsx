import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProductId } from '../../domain/kernel/ids.ts';

/** Which vaccine: only there where there is a choice. */
export function VaccineSelect({
  vaccines = [],
  value,
  onChange,
}: {
  vaccines?: readonly { readonly productId: ProductId; readonly name: string }[] | undefined;
  value: string | undefined;
  onChange(productId: ProductId): void;
}) {
  const { t } = useTranslation();
  if (vaccines.length < 2) return null;
  return (
    <NativeSelect
      label={t('dates.vaccine')}
      value={value}
      data={vaccines.map(({ productId, name }) => ({ value: productId as string, label: name }))}
      onChange={({ currentTarget }) => {
        const chosen = vaccines.find(({ productId }) => productId === currentTarget.value);
        if (chosen) onChange(chosen.productId);
      }}
      data-testid="vaccine"
    />
  );
}
