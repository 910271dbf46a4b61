import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoogleView } from '../../../contracts/ipc/wallets-contract.ts';
import { SavedForm } from '../../components/saved-form.tsx';
import { chosenFiles } from './chosen-files.ts';
import { FileField } from './file-field.tsx';
import { SaidLine } from './said.tsx';
import { useWalletAction } from './use-wallet-action.ts';

/** Issuer id, key file and what cards say. The file is checked before anything is kept. */
export function GoogleForm({ google }: { google: GoogleView | undefined }) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const [form, setForm] = useState({
    issuerId: google?.issuerId ?? '',
    mode: google?.mode ?? ('neutral' as const),
    cardsFor: google?.cardsFor ?? ('on-request' as const),
    updateUrl: google?.updateUrl ?? '',
  });
  const [saves, setSaves] = useState(0);
  const { run, isBusy, said } = useWalletAction('wallets.set-google');
  const save = async () => {
    const [accountFile] = await chosenFiles(file.current?.files ?? null);
    const { updateUrl, ...rest } = form;
    const isSet = await run(
      {
        ...rest,
        ...(accountFile ? { accountFile } : {}),
        ...(form.mode === 'private' && updateUrl !== '' ? { updateUrl } : {}),
      },
      t('wallets.saved'),
    );
    if (isSet) setSaves(saves + 1);
    return isSet !== undefined;
  };
  return (
    <>
      <SavedForm className="wallets-form" save={save} data-testid="google-form">
        <TextInput
          label={t('wallets.google.issuerId')}
          inputMode="numeric"
          value={form.issuerId}
          onChange={({ currentTarget }) => setForm({ ...form, issuerId: currentTarget.value })}
        />
        <FileField
          key={saves}
          inputRef={file}
          label={t('wallets.google.accountFile')}
          accept=".json,application/json"
          {...(google ? { hint: t('wallets.google.accountKept', { mail: google.accountMail }) } : {})}
          testId="account-file"
        />
        <Choice
          legend={t('wallets.google.mode')}
          name="google-mode"
          value={form.mode}
          options={[
            ['neutral', t('wallets.google.neutral')],
            ['private', t('wallets.google.private')],
          ]}
          onChoose={(mode) => setForm({ ...form, mode })}
        />
        {form.mode === 'private' ? (
          <TextInput
            className="wallets-wide"
            label={t('wallets.google.updateUrl')}
            value={form.updateUrl}
            onChange={({ currentTarget }) => setForm({ ...form, updateUrl: currentTarget.value })}
          />
        ) : (
          <Choice
            legend={t('wallets.google.cardsFor')}
            name="google-cards-for"
            value={form.cardsFor}
            options={[
              ['on-request', t('wallets.google.onRequest')],
              ['every-pass', t('wallets.google.everyPass')],
            ]}
            onChoose={(cardsFor) => setForm({ ...form, cardsFor })}
          />
        )}
        <div className="wallets-wide wallets-actions">
          <Button type="submit" loading={isBusy} data-testid="set-google">
            {t(google ? 'wallets.save' : 'wallets.google.connect')}
          </Button>
        </div>
      </SavedForm>
      <SaidLine said={said} testId="google-said" />
    </>
  );
}

function Choice<Value extends string>(props: {
  legend: string;
  name: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose(value: Value): void;
}) {
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.options.map(([value, label]) => (
        <label key={value} className="wallets-choice">
          <input
            type="radio"
            name={props.name}
            checked={props.value === value}
            onChange={() => props.onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
