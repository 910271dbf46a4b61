import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalletsOverview } from '../../../contracts/ipc/wallets-contract.ts';
import { SaidLine } from './said.tsx';
import { useWalletAction } from './use-wallet-action.ts';

/** What the centre is called, where it is and by which clock it lives. */
export function CentreSection({ centre }: { centre: WalletsOverview['centre'] }) {
  const { t } = useTranslation();
  const [form, setForm] = useState(centre);
  const { run, isBusy, said } = useWalletAction('wallets.describe-centre');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(form, t('wallets.saved'));
  };
  const field = (name: 'name' | 'address' | 'phone') => (
    <TextInput
      label={t(`wallets.centre.${name}`)}
      value={form[name]}
      onChange={({ currentTarget }) => setForm({ ...form, [name]: currentTarget.value })}
    />
  );
  return (
    <section className="wallets-section" id="wallets-centre" aria-labelledby="wallets-centre-title">
      <h3 id="wallets-centre-title">{t('wallets.centre.title')}</h3>
      <p className="station-dim">{t('wallets.centre.text')}</p>
      <form className="wallets-form" onSubmit={submit}>
        {field('name')}
        {field('address')}
        {field('phone')}
        <NativeSelect
          label={t('wallets.centre.timeZone')}
          description={t('wallets.centre.timeZoneHelp')}
          data={timeZones(form.timeZone)}
          value={form.timeZone}
          onChange={({ currentTarget }) => setForm({ ...form, timeZone: currentTarget.value })}
        />
        <div className="wallets-wide wallets-actions">
          <Button type="submit" loading={isBusy}>
            {t('wallets.save')}
          </Button>
        </div>
      </form>
      <SaidLine said={said} testId="centre-said" />
    </section>
  );
}

/** Those of Europe: a list of the whole world hides the few that anybody here looks for. */
function timeZones(current: string): string[] {
  const near = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'));
  return near.includes(current) ? near : [current, ...near];
}
