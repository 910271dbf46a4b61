import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Whether the centre confirms who somebody is before a dose. In which visits it was done is read from each history. */
export function projectIdentity({ event }: RecordedEvent): RowChange[] {
  if (event.type !== 'IdentityCheckSwitched') return [];
  const row = {
    step: 'identity',
    is_on: event.data.isOn ? 1 : 0,
    questionnaire_id: null,
    questionnaire_version: null,
  };
  return [{ op: 'put', table: 'dose_step', row }];
}
