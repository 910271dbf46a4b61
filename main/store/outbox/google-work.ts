import type { RecordedEvent } from '../../../domain/station-event.ts';
import type { ReadableDb } from '../database.ts';
import { settingOf } from '../settings.ts';
import { googleObjectOf } from '../tables/wallets/google-objects.ts';
import type { OutboxDraft } from './outbox.ts';

/**
 * Whatever changes a pass changes its card at Google, where the centre uses it and the pass has one. A published
 * template goes there at once, before the first card of it: what Google has against it is seen by who published it.
 */
export function googleWork(db: ReadableDb, recorded: readonly RecordedEvent[]): OutboxDraft[] {
  const isPublished = recorded.some(({ event }) => event.type === 'TemplatePublished');
  const passIds = new Set<string>();
  for (const { event } of recorded)
    if (
      event.type === 'PassIssued' ||
      event.type === 'PassUpdated' ||
      event.type === 'PassRedesigned' ||
      event.type === 'PassVoided'
    )
      passIds.add(event.data.passId);
  if (passIds.size === 0 && !isPublished) return [];
  const settings = settingOf(db, 'google');
  if (!settings) return [];
  const cards = [...passIds].filter(
    (passId) => settings.cardsFor === 'every-pass' || googleObjectOf(db, passId),
  );
  return [
    ...(isPublished && settings.mode === 'neutral' ? [googleClassWork] : []),
    ...cards.map((passId) => ({ kind: 'google-object' as const, subject: passId })),
  ];
}

/** The class of the published template: what all neutral cards share. */
export const googleClassWork: OutboxDraft = { kind: 'google-class', subject: 'published' };
