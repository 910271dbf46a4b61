import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Which questions the centre asks before a dose. What people answered is read from their history alone. */
export function projectScreening({ event }: RecordedEvent): RowChange[] {
  if (event.type !== 'ScreeningSwitched') return [];
  const { questionnaire } = event.data;
  const row = {
    step: 'screening',
    is_on: questionnaire ? 1 : 0,
    questionnaire_id: questionnaire?.id ?? null,
    questionnaire_version: questionnaire?.version ?? null,
  };
  return [{ op: 'put', table: 'dose_step', row }];
}
