import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { longestPin } from '../../../domain/staff/pin.ts';

/** A PIN to hand to somebody: readable while it is given, and good for one sign-in only. */
export function GivenPin({
  label,
  pin,
  onChange,
}: {
  label: string;
  pin: string;
  onChange(pin: string): void;
}) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={label}
      description={t('signIn.newPinRule')}
      value={pin}
      inputMode="numeric"
      autoComplete="off"
      maxLength={longestPin}
      required
      onChange={(event) => onChange(event.currentTarget.value.replace(/[^0-9]/g, ''))}
    />
  );
}
