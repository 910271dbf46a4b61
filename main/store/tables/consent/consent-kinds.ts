import type { ConsentSetting } from '../../../../domain/consent/decide-consent.ts';
import { consentKinds } from '../../../../domain/consent/events.ts';
import type { ReadableDb } from '../../database.ts';

/** Which kinds of consent are asked for before a dose: said ones, until somebody chose. */
export function consentSetting(db: ReadableDb): ConsentSetting {
  const rows = db.all<{ step: string; is_on: number }>(
    `SELECT step, is_on FROM dose_step WHERE step >= 'consent-' AND step < 'consent.'`,
  );
  const isOn = new Set(rows.filter(({ is_on }) => is_on === 1).map(({ step }) => step));
  const kinds = consentKinds.filter((kind) => isOn.has(`consent-${kind}`));
  return rows.length === 0 ? { kinds: ['oral'], isChosen: false } : { kinds, isChosen: true };
}
