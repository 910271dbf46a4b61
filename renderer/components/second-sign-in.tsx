import './second-sign-in.css';
import { NativeSelect, PasswordInput } from '@mantine/core';
import { type KeyboardEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelName } from '../../contracts/ipc/station-contract.ts';
import { longestPin, shortestPin } from '../../domain/staff/pin.ts';
import { useStationQuery } from '../station-context.tsx';

/** What the second person entered so far; `staffId` is empty until one is chosen. */
export interface SecondEntry {
  readonly staffId: string;
  readonly pin: string;
}

export const nobodyYet: SecondEntry = { staffId: '', pin: '' };

export function isComplete({ staffId, pin }: SecondEntry): boolean {
  return staffId !== '' && pin.length >= shortestPin;
}

/**
 * Four eyes: a second person chooses their name and enters their PIN, for this one command. Hold a `SecondEntry`
 * in the dialog, enable its button with `isComplete`, send it as `secondSignIn`, and empty the PIN after a refusal.
 * `onEnter` is what that button does; absent while it can do nothing.
 */
export function SecondSignIn({
  channel,
  entry,
  onChange,
  onEnter,
}: {
  /** The channel that will be sent: who may approve stands in its contract. */
  channel: ChannelName;
  entry: SecondEntry;
  onChange(entry: SecondEntry): void;
  onEnter: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { data } = useStationQuery('staff.approvers', { channel }, ['staff']);
  const found = data?.ok ? data.value : undefined;
  const only = found?.people.length === 1 ? found.people[0] : undefined;
  useEffect(() => {
    if (only && entry.staffId === '') onChange({ ...entry, staffId: only.staffId });
  }, [only, entry, onChange]);
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    onEnter?.();
  };
  if (found && found.people.length === 0) {
    const roles = found.roles.map((role) => t(`staff.roles.${role}`)).join(', ');
    return (
      <p className="second-sign-in-none" role="alert" data-testid="no-second-person">
        {t('secondSignIn.none', { roles })}
      </p>
    );
  }
  return (
    <fieldset className="second-sign-in" data-testid="second-sign-in">
      <legend>{t('secondSignIn.title')}</legend>
      <p className="station-dim">{t('secondSignIn.text')}</p>
      <NativeSelect
        label={t('secondSignIn.who')}
        value={entry.staffId}
        onChange={(event) => onChange({ ...entry, staffId: event.currentTarget.value })}
        data={[
          { value: '', label: t('secondSignIn.choose') },
          ...(found?.people ?? []).map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
      />
      <PasswordInput
        label={t('secondSignIn.pin')}
        value={entry.pin}
        inputMode="numeric"
        autoComplete="off"
        maxLength={longestPin}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPin') }}
        onChange={(event) => onChange({ ...entry, pin: event.currentTarget.value.replace(/[^0-9]/g, '') })}
        onKeyDown={enter}
        data-testid="second-pin"
      />
    </fieldset>
  );
}
