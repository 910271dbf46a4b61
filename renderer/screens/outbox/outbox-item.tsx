import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../contracts/ipc/outbox-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useOutboxWords } from './use-outbox-words.ts';

/** One piece of work: what, for whom, since when, why it is still here, and what can be done. */
export function OutboxItem({
  item,
  onRetry,
  onDiscard,
  onCalled,
}: {
  item: OutboxEntry;
  onRetry: (() => void) | undefined;
  onDiscard: (() => void) | undefined;
  onCalled: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const words = useOutboxWords();
  const { language } = useFormats();
  const { person } = item;
  return (
    <li className="outbox-item" data-state={item.state} data-testid="outbox-item">
      <div>
        <strong>{words.what(item)}</strong>
        {person && (
          <button
            type="button"
            className="outbox-person"
            onClick={() => go({ screen: 'desk', personId: person.personId })}
            title={t('outbox.openPerson')}
          >
            {person.name}
          </button>
        )}
        <p>
          <span className="outbox-state" data-state={item.state}>
            {t(`outbox.state.${item.state}`)}
          </span>
          {item.fault && (
            <span data-testid="outbox-fault">{item.sentence?.[language] ?? words.fault(item.fault)}</span>
          )}
        </p>
        <p className="station-dim">
          {[
            words.since(item.queuedAt),
            ...(item.attempts > 0 ? [t('outbox.attempts', { count: item.attempts })] : []),
            ...(item.nextTryAt && item.fault
              ? [t('outbox.nextTry', { clock: words.clock(item.nextTryAt) })]
              : []),
            ...(item.state === 'by-phone'
              ? [person?.phone ? t('outbox.phone', { phone: person.phone }) : t('outbox.noPhone')]
              : []),
          ].join(' · ')}
        </p>
      </div>
      <div className="outbox-actions">
        {onCalled && <Button onClick={onCalled}>{t('outbox.called')}</Button>}
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('outbox.retry')}
          </Button>
        )}
        {onDiscard && (
          <Button variant="default" onClick={onDiscard}>
            {t('outbox.discard')}
          </Button>
        )}
      </div>
    </li>
  );
}
