import { useTranslation } from 'react-i18next';
import type { MessagesShown } from '../../../contracts/ipc/messages-contract.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

type ShownMessage = MessagesShown['messages'][number];

export function MessageList({ messages }: { messages: readonly ShownMessage[] }) {
  const { t } = useTranslation();
  if (messages.length === 0) return <EmptyState>{t('messages.none')}</EmptyState>;
  return (
    <ul className="messages-list">
      {messages.map((message) => (
        <MessageItem key={message.messageId} message={message} />
      ))}
    </ul>
  );
}

function MessageItem({ message }: { message: ShownMessage }) {
  const { t } = useTranslation();
  const { language, date, moment } = useFormats();
  const { words, days, orderedAt, byName, state, passes, mails } = message;
  const whose =
    days.to === undefined
      ? t('messages.onDaysFrom', { from: date(days.from) })
      : days.to === days.from
        ? t('messages.onDay', { day: date(days.from) })
        : t('messages.onDays', { from: date(days.from), to: date(days.to) });
  const at = moment(orderedAt);
  const became = {
    waiting: t('messages.waiting'),
    'under-way': t('messages.underWay'),
    unknown: t('messages.unknown'),
    'too-late': t('messages.tooLate'),
    written: t('messages.written', {
      passes: t('messages.writtenPasses', { count: passes }),
      mails: mails === 0 ? t('messages.writtenMails_zero') : t('messages.writtenMails', { count: mails }),
    }),
  }[state];
  return (
    <li data-testid="message-sent" data-state={state}>
      <p className="messages-words">{words[language]}</p>
      <p className="station-dim">
        {whose} · {byName ? t('messages.by', { at, name: byName }) : t('messages.byUnknown', { at })}
      </p>
      <p className="messages-state">{became}</p>
    </li>
  );
}
