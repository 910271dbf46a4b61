import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoogleView } from '../../../contracts/ipc/wallets-contract.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { GoogleForm } from './google-form.tsx';
import { SaidLine } from './said.tsx';
import { TrialAccount } from './trial-account.tsx';
import { useWalletAction } from './use-wallet-action.ts';

/** Google's account: what to do there, whether it works, and what has not got there yet. */
export function GoogleSection({ mode, google }: { mode: 'trial' | 'live'; google: GoogleView | undefined }) {
  const { t } = useTranslation();
  return (
    <Card title={t('wallets.google.title')}>
      <p className="station-dim">{t('wallets.google.text')}</p>
      {mode === 'trial' && (
        <p className="wallets-said" data-tone="amber">
          {t('wallets.google.trial')}
        </p>
      )}
      {google ? <GoogleState google={google} /> : <p>{t('wallets.google.off')}</p>}
      <ol>
        {(['first', 'second', 'third'] as const).map((step) => (
          <li key={step}>{t(`wallets.google.${step}`)}</li>
        ))}
      </ol>
      {mode === 'trial' && <TrialAccount />}
      <GoogleForm key={google ? 'set' : 'unset'} google={google} />
    </Card>
  );
}

function GoogleState({ google }: { google: GoogleView }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const test = useWalletAction('wallets.test-google');
  const remove = useWalletAction('wallets.remove-google');
  return (
    <>
      <dl className="wallets-facts" data-testid="google-state">
        <dt>{t('wallets.google.account')}</dt>
        <dd>{google.accountMail}</dd>
        <dt>{t('wallets.google.cards')}</dt>
        <dd>
          {google.sent}
          {google.waiting > 0 && ` – ${t('wallets.google.waiting', { count: google.waiting })}`}
          {google.failed > 0 && ` – ${t('wallets.google.failed', { count: google.failed })}`}
        </dd>
      </dl>
      {google.fault && (
        <p className="wallets-said" data-tone="amber" role="status">
          {google.fault[language]}
        </p>
      )}
      <div className="wallets-actions">
        <Button
          variant="light"
          loading={test.isBusy}
          onClick={() => void test.run({}, t('wallets.google.tested'))}
          data-testid="test-google"
        >
          {t('wallets.google.test')}
        </Button>
        {!isAsking && (
          <Button variant="subtle" color="red" onClick={() => setAsking(true)} data-testid="remove-google">
            {t('wallets.google.remove')}
          </Button>
        )}
      </div>
      {isAsking && (
        <div className="wallets-actions" role="alert">
          <span>{t('wallets.google.removeText')}</span>
          <Button
            color="red"
            loading={remove.isBusy}
            onClick={() => void remove.run({}, t('wallets.google.off'))}
            data-testid="confirm-remove-google"
          >
            {t('wallets.google.removeConfirm')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('cancel')}
          </Button>
        </div>
      )}
      <SaidLine said={test.said ?? remove.said} testId="google-tested" />
    </>
  );
}
