import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** What was imported when; and whoever an import that was stopped had registered is gone again. */
export function projectImport({ event, actor, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'PeopleImported':
    case 'ImportTakenBack':
      return [
        {
          op: 'put',
          table: 'import_run',
          row: {
            import_id: event.data.importId,
            state: event.type === 'PeopleImported' ? 'done' : 'taken-back',
            format: event.data.format,
            actor,
            finished_at: occurredAt,
            counts: JSON.stringify(event.data.counts),
          },
        },
      ];
    case 'RegistrationWithdrawn': {
      const where = { person_id: event.data.personId };
      return (['person', 'appointment', 'pass'] as const).map((table) => ({ op: 'delete', table, where }));
    }
    default:
      return [];
  }
}
