import { useTranslation } from 'react-i18next';
import type { OutboxGroupEntry } from '../../../contracts/ipc/outbox-contract.ts';
import { useOutboxWords } from './use-outbox-words.ts';

/** Much work of one kind, told as a number. */
export function OutboxGroup({ group }: { group: OutboxGroupEntry }) {
  const { t } = useTranslation();
  const words = useOutboxWords();
  return (
    <li className="outbox-item" data-state={group.state} data-testid="outbox-group">
      <div>
        <strong>{words.what(group)}</strong> <span>{t('outbox.times', { count: group.count })}</span>
        <p>
          <span className="outbox-state" data-state={group.state}>
            {t(`outbox.state.${group.state}`)}
          </span>
          {group.fault && <span>{words.fault(group.fault)}</span>}
        </p>
        <p className="station-dim">{words.since(group.queuedAt)}</p>
      </div>
    </li>
  );
}
