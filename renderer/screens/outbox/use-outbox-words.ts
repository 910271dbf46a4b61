import { useTranslation } from 'react-i18next';
import type { OutboxEntry } from '../../../contracts/ipc/outbox-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { textOfCode } from '../../i18n/text-of-code.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationStatus } from '../../station-context.tsx';

/** The names and reasons that the outbox keeps as codes, as sentences. */
export function useOutboxWords() {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const zone = useStationStatus()?.timeZone ?? 'Europe/Berlin';
  return {
    what: ({ kind, message }: Pick<OutboxEntry, 'kind' | 'message'>) =>
      textOfCode(i18n, `outbox.message.${message}`) ??
      textOfCode(i18n, `outbox.kind.${kind}`) ??
      t('outbox.kind.other'),
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
