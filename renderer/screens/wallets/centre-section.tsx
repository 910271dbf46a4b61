import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { WalletsOverview } from '../../../contracts/ipc/wallets-contract.ts';
import { Card } from '../../../ui/card.tsx';
import { SavedForm } from '../../components/saved-form.tsx';
import { SaidLine } from './said.tsx';
import { useWalletAction } from './use-wallet-action.ts';

/** What the centre is called, where it is and by which clock it lives. */
export function CentreSection({ centre }: { centre: WalletsOverview['centre'] }) {
  const { t } = useTranslation();
  const [form, setForm] = useState(centre);
  const { run, isBusy, said } = useWalletAction('wallets.describe-centre');
  const push = useWalletAction('wallets.push-centre-name');
  const [renamed, setRenamed] = useState<ChannelOutput<'wallets.describe-centre'>['renamed']>();
  const save = async () => {
    const described = await run(form, t('wallets.saved'));
    if (described) setRenamed(described.renamed);
    return described !== undefined;
  };
  const bringToAll = async (formerName: string) => {
    if (await push.run({ formerName }, t('wallets.centre.pushed'))) setRenamed(undefined);
  };
  const field = (name: 'name' | 'address' | 'phone') => (
    <TextInput
      label={t(`wallets.centre.${name}`)}
      value={form[name]}
      onChange={({ currentTarget }) => setForm({ ...form, [name]: currentTarget.value })}
    />
  );
  return (
    <Card title={t('wallets.centre.title')}>
      <p className="station-dim">{t('wallets.centre.text')}</p>
      <SavedForm className="wallets-form" save={save}>
        {field('name')}
        {field('address')}
        {field('phone')}
        <TextInput
          label={t('wallets.centre.districtKey')}
          description={t('wallets.centre.districtKeyHelp')}
          value={form.districtKey}
          maxLength={5}
          inputMode="numeric"
          autoComplete="off"
          onChange={({ currentTarget }) => setForm({ ...form, districtKey: currentTarget.value })}
        />
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
      </SavedForm>
      <SaidLine said={said} testId="centre-said" />
      {renamed && (
        <div className="wallets-said" data-tone="amber" data-testid="centre-renamed">
          <p>{t('wallets.centre.renamed', { name: renamed.formerName, count: renamed.passes })}</p>
          <div className="wallets-actions">
            <Button loading={push.isBusy} onClick={() => void bringToAll(renamed.formerName)}>
              {t('wallets.centre.push', { count: renamed.passes })}
            </Button>
            <Button variant="default" onClick={() => setRenamed(undefined)}>
              {t('wallets.centre.later')}
            </Button>
          </div>
        </div>
      )}
      <SaidLine said={push.said} testId="centre-pushed" />
    </Card>
  );
}

/** Those of Europe: a list of the whole world hides the few that anybody here looks for. */
function timeZones(current: string): string[] {
  const near = Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/'));
  return near.includes(current) ? near : [current, ...near];
}
