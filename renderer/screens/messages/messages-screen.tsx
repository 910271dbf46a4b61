import './messages.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationQuery } from '../../station-context.tsx';
import { MessageForm } from './message-form.tsx';
import { MessageList } from './message-list.tsx';

/** What a site lead writes to all who have a date on some days, and what became of it. */
export function MessagesScreen(): ReactNode {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('messages.list', {}, ['handover', 'sync']);
  const shown = data?.ok ? data.value : undefined;
  return (
    <Page title={t('messages.title')} about={t('messages.about')} testId="messages">
      {data && !data.ok && <Said tone="fault">{sentenceOf(data)}</Said>}
      {shown?.mode === 'connected' && <MessageForm />}
      {shown?.mode === 'stand-alone' && (
        <EmptyState testId="messages-alone">{t('messages.alone')}</EmptyState>
      )}
      {shown && (shown.mode === 'connected' || shown.messages.length > 0) && (
        <Card title={t('messages.before')} testId="messages-before">
          <MessageList messages={shown.messages} />
        </Card>
      )}
    </Page>
  );
}
