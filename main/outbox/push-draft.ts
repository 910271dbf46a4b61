import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Writes } from '../context.ts';
import type { OutboxDraft } from '../store/outbox/outbox.ts';
import { keepSetting } from '../store/settings.ts';
import { countPassesBefore } from '../store/tables/templates/templates.ts';
import type { RedesignPayload } from './redesign-passes.ts';

/** The work that brings all valid passes to a version, and how many they are; kept for the progress on the screen. */
export function pushDraft(
  { db, now }: Writes,
  version: number,
  message?: Bilingual,
): { readonly passes: number; readonly outbox: OutboxDraft[] } {
  const passes = countPassesBefore(db, version);
  if (passes === 0) return { passes, outbox: [] };
  keepSetting(db, 'template-push', { version, total: passes, startedAt: now() });
  const payload: RedesignPayload = { version, ...(message ? { message } : {}) };
  // One subject for all versions: a newer push takes the place of one that is still under way.
  return {
    passes,
    outbox: [{ kind: 'redesign-passes', subject: 'all', payload: { ...payload }, priority: 'bulk' }],
  };
}

/** A message goes out in the language of each phone: both texts, or none. */
export function wholeMessage(
  message: Bilingual | undefined,
): Result<Bilingual | undefined, 'message-incomplete'> {
  const [de, en] = [message?.de.trim() ?? '', message?.en.trim() ?? ''];
  if (de === '' && en === '') return accept(undefined);
  return de === '' || en === '' ? refuse('message-incomplete') : accept({ de, en });
}
