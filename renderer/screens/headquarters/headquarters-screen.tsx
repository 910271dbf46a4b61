import './headquarters-screen.css';
import { Button, FileInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { SyncStatus } from '../../../contracts/ipc/sync-contract.ts';
import { Card } from '../../../ui/card.tsx';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { TrialPages } from '../../components/trial-pages.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStation, useStationQuery } from '../../station-context.tsx';

/** Joining a headquarters, how far each has told the other, and leaving it. */
export function HeadquartersScreen(): ReactNode {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('sync.status', {}, ['sync']);
  return (
    <Page title={t('headquarters.title')} testId="headquarters">
      <TrialPages />
      {data && !data.ok && <Said tone="fault">{sentenceOf(data)}</Said>}
      {data?.ok && (
        <Card>{data.value.mode === 'stand-alone' ? <JoinForm /> : <Connected status={data.value} />}</Card>
      )}
    </Page>
  );
}

function JoinForm() {
  const { t } = useTranslation();
  const station = useStation();
  const sentenceOf = useRefusalSentence();
  const [form, setForm] = useState({ address: 'https://', code: '', name: '' });
  const [authority, setAuthority] = useState<File | null>(null);
  const [said, setSaid] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const field = (name: keyof typeof form) => ({
    label: t(`headquarters.${name}`),
    value: form[name],
    required: true,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
  });
  const join = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer: Answer = await station.ask('sync.join', {
      requestId: crypto.randomUUID(),
      ...form,
      ...(authority ? { authority: await authority.text() } : {}),
    });
    setBusy(false);
    setSaid(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <form
      className="headquarters-form"
      onSubmit={(event) => void join(event)}
      aria-label={t('headquarters.join')}
    >
      <p>{t('headquarters.aloneLead')}</p>
      <TextInput {...field('address')} />
      <TextInput {...field('code')} description={t('headquarters.codeHint')} />
      <TextInput {...field('name')} />
      <FileInput
        label={t('headquarters.authority')}
        description={t('headquarters.authorityHint')}
        accept=".pem,.crt,.cer"
        clearable
        value={authority}
        onChange={setAuthority}
      />
      {said && <Said tone="fault">{said}</Said>}
      <Button type="submit" loading={isBusy} data-testid="join-headquarters">
        {t('headquarters.join')}
      </Button>
    </form>
  );
}

function Connected({ status }: { status: Extract<SyncStatus, { mode: 'connected' }> }) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const { fingerprints, trouble, lastSentAt, lastHeardAt } = status;
  const number = (count: number) => count.toLocaleString(i18n.language);
  const time = (at: typeof lastSentAt) => (at === undefined ? t('headquarters.never') : formats.moment(at));
  const facts = [
    ['confirmed', number(status.confirmed)],
    ['unsent', number(status.unsent)],
    ['keptApart', number(status.keptApart)],
    ['notTaken', number(status.notTaken)],
    ['lastSent', time(lastSentAt)],
    ['lastHeard', time(lastHeardAt)],
  ] as const;
  return (
    <section className="headquarters-form">
      <p>{t('headquarters.joined', { centre: status.centreName, address: status.address })}</p>
      {trouble && (
        <Said tone="warning" testId="sync-trouble">
          {t(`headquarters.troubles.${trouble}`)}
        </Said>
      )}
      <dl className="headquarters-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`headquarters.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!lastHeardAt && <p>{t('headquarters.compare')}</p>}
      <dl className="headquarters-facts headquarters-fingerprints">
        <div>
          <dt>{t('headquarters.own')}</dt>
          <dd>{fingerprints.station}</dd>
        </div>
        <div>
          <dt>{t('headquarters.theirs')}</dt>
          <dd>{fingerprints.headquarters}</dd>
        </div>
      </dl>
      <Leave unsent={status.unsent} />
    </section>
  );
}

function Leave({ unsent }: { unsent: number }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <p className="station-dim">{t('headquarters.leaveLead')}</p>
      <div className="headquarters-actions">
        <Button variant="default" onClick={() => setAsked(true)} data-testid="leave-headquarters">
          {t('headquarters.leave')}
        </Button>
      </div>
      {isAsked && <LeaveDialog unsent={unsent} onClose={() => setAsked(false)} />}
    </>
  );
}

/** Leaving with records that are here only is another wish, and asked for by itself. */
function LeaveDialog({ unsent, onClose }: { unsent: number; onClose(): void }) {
  const { t } = useTranslation();
  const station = useStation();
  const [evenUnsent, setEvenUnsent] = useState(false);
  return (
    <CommandDialog
      title={t('headquarters.leaveTitle')}
      submitLabel={t(evenUnsent ? 'headquarters.leaveUnsent' : 'headquarters.leave')}
      isDangerous
      about={evenUnsent ? 'even-unsent' : 'all-sent'}
      testId="leave-dialog"
      submitTestId="leave-now"
      send={async (requestId) => {
        const answer = await station.ask('sync.leave', { requestId, evenUnsent });
        const isUnsent = !answer.ok && 'refusal' in answer && answer.refusal.reason === 'events-unsent';
        if (!isUnsent) return answer;
        setEvenUnsent(true);
        return undefined;
      }}
      onClose={onClose}
    >
      <p>{t('headquarters.leaveMeans')}</p>
      {evenUnsent && (
        <Said tone="warning">
          {unsent > 0 ? t('headquarters.leaveUnsentMeans', { count: unsent }) : t('refusal.events-unsent')}
        </Said>
      )}
    </CommandDialog>
  );
}
