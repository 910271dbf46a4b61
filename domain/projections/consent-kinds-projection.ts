import { consentKinds } from '../consent/events.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Which kinds of consent the centre asks for, a row each. What people consented to is read from their history. */
export function projectConsentKinds({ event }: RecordedEvent): RowChange[] {
  if (event.type !== 'ConsentKindsChosen') return [];
  return consentKinds.map((kind) => ({
    op: 'put',
    table: 'dose_step',
    row: {
      step: `consent-${kind}`,
      is_on: event.data.kinds.includes(kind) ? 1 : 0,
      questionnaire_id: null,
      questionnaire_version: null,
    },
  }));
}
