import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { ReadableDb } from '../database.ts';
import { settingOf } from '../settings.ts';
import { googleObjectOf } from '../tables/google-objects.ts';
import type { OutboxDraft } from './outbox.ts';

/** Whatever changes a pass changes its card at Google, where the centre uses it and the pass has one. */
export function googleWork(db: ReadableDb, recorded: readonly RecordedEvent[]): OutboxDraft[] {
  const passIds = new Set<string>();
  for (const { event } of recorded)
    if (
      event.type === 'PassIssued' ||
      event.type === 'PassUpdated' ||
      event.type === 'PassRedesigned' ||
      event.type === 'PassVoided'
    )
      passIds.add(event.data.passId);
  if (passIds.size === 0) return [];
  const settings = settingOf(db, 'google');
  if (!settings) return [];
  return [...passIds]
    .filter((passId) => settings.cardsFor === 'every-pass' || googleObjectOf(db, passId))
    .map((passId) => ({ kind: 'google-object', subject: passId }));
}
