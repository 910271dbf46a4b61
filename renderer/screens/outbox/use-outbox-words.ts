import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../contracts/ipc/outbox-contract.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { messageTable } from '../../../domain/messages/message-kind.ts';
import { outboxKinds } from '../../../domain/outbox/outbox-kinds.ts';
import { textOfCode } from '../../i18n/text-of-code.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationStatus } from '../../station-context.tsx';

/** The names and reasons that the outbox keeps as codes, as sentences. */
export function useOutboxWords() {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const zone = useStationStatus()?.timeZone ?? 'Europe/Berlin';
  return {
    what: ({ kind, message }: Pick<OutboxEntry, 'kind' | 'message'>) => {
      if (message === 'pass') return t('outbox.passHandedOver');
      const named = nameIn(messageTable, message) ?? nameIn(outboxKinds, kind);
      return named?.[formats.language] ?? t('outbox.otherWork');
    },
    fault: (fault: string) =>
      textOfCode(i18n, `outbox.fault.${fault}`) ??
      textOfCode(i18n, `refusal.${fault}`) ??
      t('outbox.unknownFault', { fault }),
    way: (way: string) => textOfCode(i18n, `handover.way.${way}`) ?? way,
    since: (at: OutboxEntry['queuedAt']) =>
      t('outbox.since', { date: formats.date(plainDateAt(at, zone)), clock: formats.clock(at) }),
    clock: formats.clock,
  };
}

/** A later version of the service may know kinds that this window does not. */
function nameIn(
  table: Readonly<Record<string, { readonly name: Bilingual }>>,
  key: string | undefined,
): Bilingual | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key]?.name : undefined;
}
