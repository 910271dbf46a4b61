import './wallets-screen.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalletsOverview } from '../../../contracts/ipc/wallets-contract.ts';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationQuery } from '../../station-context.tsx';
import { AppleSection } from './apple-section.tsx';
import { CentreSection } from './centre-section.tsx';
import { DocumentSignerSection } from './document-signer-section.tsx';
import { GoogleSection } from './google-section.tsx';

/** Everything that brings passes onto phones: what the centre is, Apple's certificate, Google's account. */
export function WalletsScreen(): ReactNode {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('wallets.overview', {}, ['system', 'passes']);
  return (
    <Page title={t('wallets.title')} about={t('wallets.intro')} testId="wallets">
      {!data && <p role="status">{t('wallets.loading')}</p>}
      {data && !data.ok && <Said tone="fault">{sentenceOf(data)}</Said>}
      {data?.ok && (
        <>
          <SetupSteps overview={data.value} />
          <CentreSection centre={data.value.centre} />
          <AppleSection overview={data.value} />
          <DocumentSignerSection signers={data.value.documentSigners} />
          <GoogleSection mode={data.value.mode} google={data.value.google} />
        </>
      )}
    </Page>
  );
}

/** Not by a link: the address bar of the browser shell is no place for anything of ours. */
function showSection(step: string): void {
  const section = document.getElementById(`wallets-${step}`);
  section?.scrollIntoView();
  section?.querySelector<HTMLElement>('input, button')?.focus({ preventScroll: true });
}

function SetupSteps({ overview }: { overview: WalletsOverview }) {
  const { t } = useTranslation();
  const { centre, certificates, google } = overview;
  const steps = [
    ['centre', centre.address !== '' && centre.phone !== '' ? 'done' : 'open'],
    ['apple', certificates.some(({ isInUse }) => isInUse) ? 'done' : 'open'],
    ['google', google ? 'done' : 'optional'],
  ] as const;
  return (
    <ol className="wallets-steps" aria-label={t('wallets.steps.title')}>
      {steps.map(([step, state]) => (
        <li key={step} data-state={state} data-testid={`step-${step}`}>
          <button type="button" onClick={() => showSection(step)}>
            {t(`wallets.steps.${step}`)}
          </button>
          <span className="wallets-mark">{t(`wallets.steps.${state}`)}</span>
        </li>
      ))}
    </ol>
  );
}
