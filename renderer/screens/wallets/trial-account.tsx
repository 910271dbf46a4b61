import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { firstPress } from '../../../ui/first-press.ts';
import { useStation, useStationQuery } from '../../station-context.tsx';
import { saveAsFile } from './chosen-files.ts';

/** The account of the simulated Google, to try the set-up with. */
export function TrialAccount() {
  const { t } = useTranslation();
  const station = useStation();
  const { data } = useStationQuery('wallets.trial-account', {}, ['system']);
  if (!data?.ok) return null;
  const download = async () => {
    const answer = await station.ask('wallets.trial-account', {});
    if (answer.ok) saveAsFile(answer.value.fileName, atob(answer.value.content), 'application/json');
  };
  return (
    <div className="wallets-actions">
      <Button variant="light" onClick={firstPress(() => void download())} data-testid="trial-account">
        {t('wallets.google.trialAccount')}
      </Button>
      <span className="station-dim">
        {t('wallets.google.trialAccountText', { issuerId: data.value.issuerId })}
      </span>
    </div>
  );
}
