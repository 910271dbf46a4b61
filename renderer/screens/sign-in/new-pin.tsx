import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { longestPin } from '../../../domain/staff/pin.ts';

/** A new PIN, entered twice. */
export function NewPin({
  pin,
  again,
  onPin,
  onAgain,
}: {
  pin: string;
  again: string;
  onPin(pin: string): void;
  onAgain(pin: string): void;
}) {
  const { t } = useTranslation();
  const toggle = { 'aria-label': t('signIn.showPin') };
  return (
    <>
      <PasswordInput
        size="md"
        label={t('signIn.newPin')}
        description={t('signIn.newPinRule')}
        value={pin}
        inputMode="numeric"
        autoComplete="off"
        maxLength={longestPin}
        required
        visibilityToggleButtonProps={toggle}
        onChange={(event) => onPin(event.currentTarget.value)}
        data-testid="new-pin"
      />
      <PasswordInput
        size="md"
        label={t('signIn.newPinAgain')}
        value={again}
        inputMode="numeric"
        autoComplete="off"
        maxLength={longestPin}
        required
        visibilityToggleButtonProps={toggle}
        onChange={(event) => onAgain(event.currentTarget.value)}
        data-testid="new-pin-again"
      />
    </>
  );
}
