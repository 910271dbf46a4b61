import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../contracts/ipc/outbox-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { texts } from '../../i18n/texts.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationStatus } from '../../station-context.tsx';

/** The names and reasons that the outbox keeps as codes, as sentences. */
export function useOutboxWords() {
  const { t } = useTranslation();
  const formats = useFormats();
  const zone = useStationStatus()?.timeZone ?? 'Europe/Berlin';
  return {
    what: ({ kind, message }: Pick<OutboxEntry, 'kind' | 'message'>) => {
      if (isKey(texts.de.outbox.message, message)) return t(`outbox.message.${message}`);
      return t(`outbox.kind.${isKey(texts.de.outbox.kind, kind) ? kind : 'other'}`);
    },
    fault: (fault: string) => {
      if (isKey(texts.de.outbox.fault, fault)) return t(`outbox.fault.${fault}`);
      if (isKey(texts.de.refusal, fault)) return t(`refusal.${fault}`);
      return t('outbox.unknownFault', { fault });
    },
    way: (way: string) => (isKey(texts.de.handover.way, way) ? t(`handover.way.${way}`) : way),
    since: (at: OutboxEntry['queuedAt']) =>
      t('outbox.since', { date: formats.date(plainDateAt(at, zone)), clock: formats.clock(at) }),
    clock: formats.clock,
  };
}

function isKey<Texts extends object>(known: Texts, key: string | undefined): key is keyof Texts & string {
  return key !== undefined && Object.hasOwn(known, key);
}
