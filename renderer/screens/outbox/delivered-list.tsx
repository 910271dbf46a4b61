import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useOutboxWords } from './use-outbox-words.ts';

/** What reached people today, the newest first. */
export function DeliveredList({
  delivered,
  count,
}: {
  delivered: ChannelOutput<'outbox.list'>['delivered'];
  count: number;
}) {
  const { t } = useTranslation();
  const words = useOutboxWords();
  return (
    <section className="outbox-delivered">
      <h3 data-testid="delivered-count">{t('outbox.delivered', { count })}</h3>
      {delivered.length === 0 && <p className="station-dim">{t('outbox.nothingDelivered')}</p>}
      <ul>
        {delivered.map(({ deliveryId, what, way, person, at }) => (
          <li key={deliveryId} data-testid="delivered-item">
            <span className="station-dim">{words.clock(at)}</span>{' '}
            {[words.what({ kind: what, message: what }), person?.name, words.way(way)]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
