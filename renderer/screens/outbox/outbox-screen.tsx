import './outbox-screen.css';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../contracts/ipc/outbox-contract.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useSession } from '../../session/session-context.tsx';
import { useStation, useStationQuery } from '../../station-context.tsx';
import { DeliveredList } from './delivered-list.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { OutboxGroup } from './outbox-group.tsx';
import { OutboxItem } from './outbox-item.tsx';

/** What is not done yet, what failed, whom to call, and what reached people today. */
export function OutboxScreen(): ReactNode {
  const { t } = useTranslation();
  const station = useStation();
  const sentenceOf = useRefusalSentence();
  const { signedIn } = useSession();
  const { data } = useStationQuery('outbox.list', {}, ['handover', 'system', 'passes']);
  const [said, setSaid] = useState<string>();
  const [discarding, setDiscarding] = useState<OutboxEntry>();
  const maySettle = signedIn?.roles.includes('site-lead') ?? false;
  const mayCall = maySettle || (signedIn?.roles.includes('reception') ?? false);
  const retry = async (itemId?: number) => {
    const request = { requestId: crypto.randomUUID(), ...(itemId === undefined ? {} : { itemId }) };
    const answer = await station.ask('outbox.retry', request);
    setSaid(answer.ok ? undefined : sentenceOf(answer));
  };
  const called = async (itemId: number) => {
    const answer = await station.ask('outbox.called', { requestId: crypto.randomUUID(), itemId });
    setSaid(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <Page
      title={t('outbox.title')}
      about={t('outbox.lead')}
      actions={
        maySettle &&
        data?.ok &&
        [...data.value.items, ...data.value.bulk].some(({ fault }) => fault) && (
          <Button variant="default" onClick={() => void retry()} data-testid="retry-all">
            {t('outbox.retryAll')}
          </Button>
        )
      }
      testId="outbox"
    >
      {said && <Said tone="fault">{said}</Said>}
      {data && !data.ok && <Said tone="fault">{`${t('outbox.failed')} ${sentenceOf(data)}`}</Said>}
      {data?.ok && data.value.items.length + data.value.bulk.length === 0 && (
        <EmptyState testId="outbox-empty">{t('outbox.none')}</EmptyState>
      )}
      {data?.ok && data.value.items.length + data.value.bulk.length > 0 && (
        <ul className="outbox-list">
          {data.value.items.map((item) => (
            <OutboxItem
              key={item.itemId}
              item={item}
              onRetry={maySettle && item.fault ? () => void retry(item.itemId) : undefined}
              onDiscard={maySettle && item.kind === 'send-message' ? () => setDiscarding(item) : undefined}
              onCalled={mayCall && item.state === 'by-phone' ? () => void called(item.itemId) : undefined}
            />
          ))}
          {data.value.notShown > 0 && (
            <li className="station-dim">{t('outbox.notShown', { count: data.value.notShown })}</li>
          )}
          {data.value.bulk.map((group) => (
            <OutboxGroup key={`${group.kind} ${group.state} ${group.fault}`} group={group} />
          ))}
        </ul>
      )}
      {data?.ok && <DeliveredList delivered={data.value.delivered} count={data.value.deliveredCount} />}
      {discarding && <DiscardDialog item={discarding} onClose={() => setDiscarding(undefined)} />}
    </Page>
  );
}
