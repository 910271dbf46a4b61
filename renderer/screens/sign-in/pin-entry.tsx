import { Button, PasswordInput } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { longestPin, shortestPin } from '../../../domain/staff/pin.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A PIN by keyboard or by large keys for a finger; Enter says it is complete. */
export function PinEntry({
  pin,
  onChange,
  onSubmit,
  label,
  submitLabel,
  isBusy,
  inputRef,
  onName,
  children,
}: {
  pin: string;
  onChange(pin: string): void;
  /** Letters where the PIN begins are the name of somebody else. */
  onName?(letters: string): void;
  onSubmit(): void;
  label: string;
  submitLabel: string;
  isBusy: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** What is to be said about the last try. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const messageId = useId();
  const enter = (text: string) => onChange(text.replace(/[^0-9]/g, '').slice(0, longestPin));
  const type = (text: string) =>
    pin === '' && onName && /^\p{L}+$/u.test(text) ? onName(text) : enter(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin.length >= shortestPin && !isBusy) onSubmit();
  };
  return (
    <form className="pin-entry" onSubmit={submit}>
      <PasswordInput
        ref={inputRef}
        size="lg"
        label={label}
        value={pin}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={messageId}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPin') }}
        onChange={(event) => type(event.currentTarget.value)}
        data-testid="pin"
      />
      <div id={messageId} className="pin-entry-message" role="alert">
        {children}
      </div>
      <div className="pin-entry-keys">
        {digits.map((digit) => (
          <DigitKey key={digit} digit={digit} onPress={() => enter(pin + digit)} />
        ))}
        <Button
          size="lg"
          variant="default"
          aria-label={t('signIn.deleteDigit')}
          onClick={() => onChange(pin.slice(0, -1))}
        >
          <IconBackspace size={24} aria-hidden />
        </Button>
        <DigitKey digit="0" onPress={() => enter(`${pin}0`)} />
        <Button
          type="submit"
          size="lg"
          loading={isBusy}
          disabled={pin.length < shortestPin}
          data-testid="submit-pin"
        >
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

function DigitKey({ digit, onPress }: { digit: string; onPress(): void }) {
  return (
    <Button size="lg" variant="light" onClick={onPress}>
      {digit}
    </Button>
  );
}
