import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Indication, indications } from '../../../domain/vaccination/indication.ts';

/** Why the person is vaccinated: most often because everybody of their age is. */
export function IndicationChoice({
  indication,
  onChange,
}: {
  indication: Indication;
  onChange(indication: Indication): void;
}) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('dose.indication')}
      value={indication}
      data={indications.map((value) => ({ value, label: t(`indication.${value}`) }))}
      onChange={({ currentTarget: { value } }) =>
        onChange(indications.find((each) => each === value) ?? indication)
      }
      data-testid="indication"
    />
  );
}
